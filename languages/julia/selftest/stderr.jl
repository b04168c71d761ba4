println("out")
println(stderr, "err")
