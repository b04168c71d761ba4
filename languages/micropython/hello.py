def blink(pattern):
    return " ".join("●" if on else "○" for on in pattern)


print("Hello, World!")
print(blink([1, 0, 1, 1, 0, 0, 1, 0]))
