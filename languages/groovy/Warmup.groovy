// Run once when the root file system is built, so that the classes that common programs need are in the AOT cache.
import groovy.transform.Immutable

@Immutable
class Planet {
    String name
    int moons
}

enum Colour { RED, GREEN }

trait Greets {
    String greet(String name) { "Hello, ${name}!" }
}

class Greeter implements Greets {}

def input = System.in.newReader()
println((input.readLine() ?: "3 4").split(" ")*.toInteger().sum())
def planets = [new Planet("Earth", 1), new Planet("Mars", 2)]
planets.findAll { it.moons > 1 }.collect { it.name }.each { println it }
println new Greeter().greet("you")
def counts = "hello".toList().countBy { it }.sort { -it.value }
counts.each { letter, n -> printf("%s %d%n", letter, n) }
try {
    assert 1 + 1 == 2
    Integer.parseInt("x")
} catch (NumberFormatException e) {
    System.err.println(e.message)
}
for (i in 1..3) print "$i "
switch (Colour.RED) {
    case Colour.RED: println "red"; break
    default: println "?"
}
println((1..10).inject { a, b -> a * b } + 2G ** 10)
println([1, 2, 3].withIndex().collect { n, i -> n * i }.join(","))
def text = """\
    several lines
    """.stripIndent()
println text.readLines().size()
