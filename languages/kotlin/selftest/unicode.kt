fun main() {
    println("äöü ∀ 日本 🎉")
    println(readln())
}
