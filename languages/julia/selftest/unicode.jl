println("äöü ∀ 日本 🎉")
println(readline())
