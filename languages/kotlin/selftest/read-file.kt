import java.io.File

fun main() {
    print(File("test.txt").readText())
}
