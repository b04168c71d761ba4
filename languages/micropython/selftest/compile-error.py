print("before")
print(1 +)  # WRONG
