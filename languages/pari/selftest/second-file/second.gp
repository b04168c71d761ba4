greet() = print("from the second file");
