stdout.write readFile("test.txt")
