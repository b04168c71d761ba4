used = 1
puts undeclared # WRONG
