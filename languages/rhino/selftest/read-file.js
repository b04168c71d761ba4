print(readFile("test.txt").trim());
