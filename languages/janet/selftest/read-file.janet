(prin (slurp "test.txt"))
