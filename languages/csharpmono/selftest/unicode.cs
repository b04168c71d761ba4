using System;

class Program
{
    static void Main()
    {
        Console.WriteLine("äöü ∀ 日本 🎉");
        Console.WriteLine(Console.ReadLine());
    }
}
