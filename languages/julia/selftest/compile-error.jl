println("before")
println("no end" + ) # WRONG
