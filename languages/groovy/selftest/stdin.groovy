def input = System.in.newReader()
println input.readLine().split(" ")*.toInteger().sum()
input.eachLine { println it }
