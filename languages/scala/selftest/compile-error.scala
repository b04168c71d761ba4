@main def wrong(): Unit =
  println("before")
  println(undeclared) // WRONG
