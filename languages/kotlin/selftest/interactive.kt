fun main() {
    print("Name? ")
    println("Hello, ${readln()}")
}
