@main def unicode(): Unit =
  println("äöü ∀ 日本 🎉")
  println(scala.io.StdIn.readLine())
