@main def read(): Unit =
  print(scala.io.Source.fromFile("test.txt").mkString)
