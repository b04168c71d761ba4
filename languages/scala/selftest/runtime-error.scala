@main def fail(): Unit =
  println("before")
  throw IllegalStateException("on purpose")
