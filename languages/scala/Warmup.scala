// Compiled and run once when the root file system is built, so that the classes that common programs need are in the AOT caches.
package sandlot_warmup

import scala.collection.mutable
import scala.io.StdIn
import scala.util.{Failure, Success, Try}

enum Shape:
  case Circle(radius: Double)
  case Square(side: Double)

  def area: Double = this match
    case Circle(radius) => math.Pi * radius * radius
    case Square(side)   => side * side

case class Planet(name: String, moons: Int) derives CanEqual

trait Show[A]:
  def show(a: A): String

given Show[Planet] with
  def show(planet: Planet) = s"${planet.name}: ${planet.moons}"

extension [A](a: A)(using s: Show[A]) def shown: String = s.show(a)

class Counter[T]:
  private val count = mutable.Map.empty[T, Int].withDefaultValue(0)
  def add(item: T): this.type =
    count(item) += 1
    this
  def most: Option[(T, Int)] = count.maxByOption(_._2)

object Tools:
  lazy val primes: LazyList[Int] = 2 #:: LazyList.from(3).filter(n => primes.takeWhile(p => p * p <= n).forall(n % _ != 0))
  def halve(n: Int): Either[String, Int] = if n % 2 == 0 then Right(n / 2) else Left(s"$n is odd")

@main def warmUp(names: String*): Unit =
  val Array(a, b) = Option(StdIn.readLine()).getOrElse("3 4").split(" ").map(_.toInt): @unchecked
  println(a + b)
  val shapes = List(Shape.Circle(1), Shape.Square(2))
  for shape <- shapes if shape.area > 1 do println(f"${shape.area}%.2f")
  println(Planet("Earth", 1).shown)
  val counter = Counter[String]()
  names.foreach(counter.add)
  println(counter.most)
  val result =
    for
      x <- Tools.halve(8)
      y <- Tools.halve(x)
    yield x + y
  println(result.getOrElse(0))
  Try("x".toInt) match
    case Success(n) => println(n)
    case Failure(e) => System.err.println(e.getMessage)
  var i = 0
  while i < 3 do i += 1
  val grid = Array.tabulate(3, 3)((row, column) => row ^ column)
  println(grid.map(_.mkString(" ")).mkString("\n"))
  println(Tools.primes.take(5).toList.groupBy(_ % 2).view.mapValues(_.sum).toMap)
