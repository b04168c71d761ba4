with open("test.txt") as file:
    print(file.read(), end="")
