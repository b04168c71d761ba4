using System;

class Program
{
    static void Main()
    {
        Console.Write("Name? ");
        Console.WriteLine("Hello, " + Console.ReadLine());
    }
}
