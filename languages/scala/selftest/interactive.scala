@main def greet(): Unit =
  val name = scala.io.StdIn.readLine("Name? ")
  println(s"Hello, $name")
