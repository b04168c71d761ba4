data class Planet(val name: String, val moons: Int)

fun main() {
    println("Hello, World!")

    val planets = listOf(Planet("Earth", 1), Planet("Mars", 2), Planet("Venus", 0))
    planets
        .sortedByDescending { it.moons }
        .forEach { (name, moons) -> println("$name: $moons") }
}
