greet <- function() cat("from the second file\n")
