IO.puts("äöü ∀ 日本 🎉")
IO.write(IO.gets(""))
