using System;
using System.Linq;

class Program
{
    static void Main()
    {
        Console.WriteLine("Hello, World!");

        var words = "the quick brown fox".Split(' ');
        foreach (var word in words.OrderBy(w => w.Length).ThenBy(w => w))
        {
            Console.WriteLine($"{word,-6} {word.Length}");
        }
    }
}
