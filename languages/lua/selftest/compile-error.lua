print("before")
print("a" "b") = 1 -- WRONG
