fun main() {
    println("before")
    println(undeclared) // WRONG
}
