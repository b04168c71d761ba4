import words.greet

fun main() {
    greet()
}
