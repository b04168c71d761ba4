print("Name? ")
println("Hello, ", readline())
