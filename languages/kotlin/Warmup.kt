// Compiled and run once when the root file system is built, so that the classes that common programs need are in the AOT caches.
package sandlot_warmup

import kotlin.math.sqrt

sealed interface Shape

data class Circle(val radius: Double) : Shape

data class Square(val side: Double) : Shape

enum class Colour { RED, GREEN }

object Registry {
    private val known = mutableMapOf<String, Shape>()

    operator fun set(name: String, shape: Shape) {
        known[name] = shape
    }

    fun sorted() = known.entries.sortedBy { (name, _) -> name }.map { it.value }
}

fun Shape.area(): Double = when (this) {
    is Circle -> Math.PI * radius * radius
    is Square -> side * side
}

inline fun <reified T> List<Any>.only(): List<T> = filterIsInstance<T>()

fun numbers() = sequence {
    var n = 0
    while (true) yield(n++)
}

class Stack<T : Comparable<T>>(private val items: ArrayDeque<T> = ArrayDeque()) : Iterable<T> by items {
    fun push(item: T) = items.addLast(item)

    fun largest(): T? = items.maxOrNull()

    companion object {
        fun of(vararg items: Int) = Stack<Int>().apply { items.forEach { push(it) } }
    }
}

fun main(args: Array<String>) {
    val (a, b) = (readlnOrNull() ?: "3 4").split(" ").map { it.toInt() }
    Registry["circle"] = Circle(a.toDouble())
    Registry["square"] = Square(b.toDouble())
    for (shape in Registry.sorted()) println("${shape.area()} %.2f".format(sqrt(2.0)))
    val grid = Array(3) { row -> IntArray(3) { it xor row } }
    println(grid.joinToString("\n") { it.joinToString(" ") })
    val unused = 1
    try {
        require(args.isEmpty()) { "no arguments" }
        println(numbers().filter { it % 2 == 1 }.take(5).toList())
        println(listOf<Any>(1, "two").only<String>().groupBy { it.length })
    } catch (e: IllegalArgumentException) {
        System.err.println(e.message ?: "?")
    }
    println(Stack.of(1, 2).largest()?.let { it + Colour.entries.size })
    outer@ for (i in 1..10 step 2) {
        for (c in 'a'..'c') if (c == 'b' && i > 5) break@outer
    }
    val text = buildString { repeat(3) { append(it) } }
    println("""|$text""".trimMargin())
}
