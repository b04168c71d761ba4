// What the waiting compiler compiles before it is given a program: of each thing that programs use a little.
using System.Text;

namespace Practice;

public enum Kind { Small, Large }

public interface IShape
{
    double Area { get; }
    string Describe() => $"{GetType().Name} of {Area:F2}";
}

public abstract class Shape : IShape, IComparable<Shape>
{
    protected Shape(string name) => Name = name;

    public string Name { get; }
    public abstract double Area { get; }
    public virtual Kind Kind => Area > 10 ? Kind.Large : Kind.Small;
    public int CompareTo(Shape other) => Area.CompareTo(other?.Area);
    public override string ToString() => $"{Name} ({Kind})";
}

public sealed class Circle : Shape
{
    private readonly double radius;
    public Circle(double radius) : base("circle") => this.radius = radius;
    public override double Area => Math.PI * radius * radius;
}

public class Rectangle(double width, double height) : Shape("rectangle")
{
    public double Width { get; init; } = width;
    public override double Area => Width * height;
}

public readonly record struct Point(int X, int Y)
{
    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);
}

public record Person(string Name, int Age, params string[] Tags);

public class Stack<T> where T : notnull
{
    private T[] items = new T[4];
    private int count;

    public event EventHandler<T> Pushed;

    public T this[int index]
    {
        get => index < count ? items[index] : throw new ArgumentOutOfRangeException(nameof(index));
        set => items[index] = value;
    }

    public void Push(T item)
    {
        if (count == items.Length)
        {
            Array.Resize(ref items, 2 * count);
        }
        items[count++] = item;
        Pushed?.Invoke(this, item);
    }

    public bool TryPop(out T item)
    {
        item = count > 0 ? items[--count] : default;
        return item is not null;
    }

    public IEnumerable<T> All()
    {
        for (int i = 0; i < count; i++)
        {
            yield return items[i];
        }
    }
}

public static class Program
{
    private const int Limit = 100;
    private static readonly object Lock = new();
    private static int counter;

    public static async Task<int> Main(string[] args)
    {
        var shapes = new List<Shape> { new Circle(1.5), new Rectangle(2, 8) { Width = 3 } };
        shapes.Sort();
        foreach (IShape shape in shapes.Where(s => s.Area > 1).OrderByDescending(s => s.Area).ThenBy(s => s.Name))
        {
            Console.WriteLine(shape.Describe());
        }

        var words = new Dictionary<string, int>(StringComparer.Ordinal) { ["one"] = 1 };
        string line;
        while ((line = Console.ReadLine()) != null)
        {
            foreach (string word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words[word] = words.TryGetValue(word, out int seen) ? seen + 1 : 1;
            }
        }
        var most = from pair in words where pair.Value > 1 orderby pair.Value descending select new { pair.Key, pair.Value };
        Console.WriteLine(string.Join(", ", most.Select(w => $"{w.Key}={w.Value,3}").Take(10)));

        var sieve = new bool[Limit + 1];
        long sum = 0;
        for (int i = 2; i <= Limit; i++)
        {
            if (sieve[i]) continue;
            sum += i;
            for (int j = i * i; j <= Limit; j += i)
            {
                sieve[j] = true;
            }
        }
        int[,] grid = new int[3, 4];
        int[][] rows = { new[] { 1, 2 }, new[] { 3 } };
        grid[1, 2] = rows[^1][0] + (int)(sum % 7);

        object any = new Person("Ada", 36, "math");
        string text = any switch
        {
            Person { Age: > 30 } p when p.Tags.Length > 0 => p.Name.ToUpper(),
            Person(var name, _, _) => name,
            int n and >= 0 => n.ToString("D4"),
            null => "nothing",
            _ => "other",
        };
        (int low, int high) = Bounds(3, 1, 2);
        var stack = new Stack<Point>();
        stack.Pushed += (_, point) => counter += point.X;
        stack.Push(new Point(low, high) + new Point(1, 1));
        if (stack.TryPop(out Point top) && top is { X: 2 })
        {
            Console.WriteLine(top with { Y = 7 });
        }

        try
        {
            checked { counter += int.Parse("x" + text); }
        }
        catch (FormatException e) when (e.Message.Length > 0)
        {
            Console.Error.WriteLine(e.Message);
        }
        finally
        {
            lock (Lock) { counter--; }
        }

        var builder = new StringBuilder();
        Func<int, int> square = x => x * x;
        int Local(int x) => x <= 1 ? 1 : x * Local(x - 1);
        do
        {
            builder.Append(square(Local(builder.Length))).Append(';');
        }
        while (builder.Length < 10);
        using var reader = new StringReader(builder.ToString());
        await Task.WhenAll(Task.Run(() => Interlocked.Increment(ref counter)), Task.Delay(1));
        switch (args.Length)
        {
            case 0:
                Console.WriteLine(@"no ""arguments""");
                break;
            case 1 when args[0] == "x":
                goto default;
            default:
                Console.WriteLine($"""{args.Length} arguments""");
                break;
        }
        return await Answer(reader) ?? 0;
    }

    private static (int Low, int High) Bounds(params int[] numbers)
    {
        Span<byte> bytes = stackalloc byte[8];
        bytes[0] |= 0b1010_1010 >> 1;
        return (numbers.Min(), numbers.Max() + bytes.Length);
    }

    private static async Task<int?> Answer(TextReader reader)
    {
        string read = await reader.ReadToEndAsync();
        return read.Length == 0 ? null : read.Length - read.Length;
    }
}
