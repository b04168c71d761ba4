fun main() {
    println(readln().split(" ").sumOf { it.toInt() })
    generateSequence(::readLine).forEach(::println)
}
