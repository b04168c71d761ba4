cat("before\n")
cat("no end" + ) # WRONG
