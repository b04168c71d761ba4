include("second.jl")
greet()
