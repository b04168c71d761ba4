print new File("test.txt").text
