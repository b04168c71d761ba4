import scala.io.StdIn.readLine

@main def sum(): Unit =
  println(readLine().split(" ").map(_.toInt).sum)
  Iterator.continually(readLine()).takeWhile(_ != null).foreach(println)
