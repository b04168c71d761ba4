io.write(io.open("test.txt"):read("*a"))
