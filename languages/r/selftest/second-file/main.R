source("second.R")
greet()
