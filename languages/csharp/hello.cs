record Planet(string Name, int Moons);

class Program
{
    static void Main()
    {
        Console.WriteLine("Hello, World!");

        List<Planet> planets = [new("Earth", 1), new("Mars", 2), new("Venus", 0)];
        foreach (var (name, moons) in planets.OrderByDescending(p => p.Moons))
        {
            Console.WriteLine($"{name}: {moons switch { 0 => "no moon", 1 => "one moon", _ => $"{moons} moons" }}");
        }
    }
}
