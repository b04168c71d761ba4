import java.util.List;

public class Main {

    record Planet(String name, int moons) {}

    public static void main(String[] args) {
        System.out.println("Hello, World!");

        var planets = List.of(new Planet("Earth", 1), new Planet("Mars", 2), new Planet("Venus", 0));
        for (var planet : planets) {
            System.out.println(planet.name() + " has " + planet.moons() + (planet.moons() == 1 ? " moon" : " moons"));
        }
    }
}
