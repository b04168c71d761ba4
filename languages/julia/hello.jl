struct Point{T<:Real}
    x::T
    y::T
end

Base.:+(a::Point, b::Point) = Point(a.x + b.x, a.y + b.y)

println("Hello, World!")
println(Point(1, 2) + Point(3, 4))
println([n^2 for n in 1:5])
