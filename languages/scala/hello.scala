enum Shape:
  case Circle(radius: Double)
  case Rectangle(width: Double, height: Double)

def area(shape: Shape): Double = shape match
  case Shape.Circle(radius)           => math.Pi * radius * radius
  case Shape.Rectangle(width, height) => width * height

@main def hello(): Unit =
  println("Hello, World!")
  for shape <- List(Shape.Circle(1), Shape.Rectangle(2, 3)) do
    println(f"$shape has an area of ${area(shape)}%.2f")
