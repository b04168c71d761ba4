print File.read("test.txt")
