IO.puts("before")
IO.puts(undeclared) # WRONG
