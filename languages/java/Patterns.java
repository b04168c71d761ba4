/// Beside Warmup.java, what only the newest Java has: record patterns in switches, guards, unnamed variables.
class Patterns {

    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    static double area(Shape shape) {
        return switch (shape) {
            case Circle(double radius) when radius > 0 -> Math.PI * radius * radius;
            case Circle _ -> 0;
            case Square(var side) -> side * side;
        };
    }
}
