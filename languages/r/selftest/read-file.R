writeLines(readLines("test.txt"))
