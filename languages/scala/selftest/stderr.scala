@main def both(): Unit =
  println("out")
  Console.err.println("err")
