name = String.trim(IO.gets("Name? "))
IO.puts("Hello, #{name}")
