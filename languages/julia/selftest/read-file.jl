print(read("test.txt", String))
