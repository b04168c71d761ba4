package words

fun greet() {
    println("from the second file")
}
