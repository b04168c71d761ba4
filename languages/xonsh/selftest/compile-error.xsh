print("before")
print("no end")) # WRONG
