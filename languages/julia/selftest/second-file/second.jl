greet() = println("from the second file")
