fun main() {
    println("before")
    error("on purpose")
}
