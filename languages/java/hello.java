import java.util.List;

public class Main {

    record Planet(String name, int moons) {}

    public static void main(String[] args) {
        System.out.println("Hello, World!");

        for (var planet : List.of(new Planet("Earth", 1), new Planet("Jupiter", 97))) {
            System.out.println("Moons of " + planet.name() + ": " + planet.moons());
        }
    }
}
