IO.puts("out")
IO.puts(:stderr, "err")
