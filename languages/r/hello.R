planets <- data.frame(name = c("Mercury", "Venus", "Earth", "Mars"),
  moons = c(0, 0, 1, 2))

cat("Hello, World!\n")
print(planets[planets$moons > 0, ])
cat("Mean:", mean(planets$moons), "\n")
