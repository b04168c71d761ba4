@main def arguments(all: String*): Unit =
  all.foreach(println)
