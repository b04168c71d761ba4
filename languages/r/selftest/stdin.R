input <- readLines(file("stdin"))
cat(sum(as.integer(strsplit(input[1], " ")[[1]])), "\n", sep = "")
cat(input[-1], sep = "\n")
