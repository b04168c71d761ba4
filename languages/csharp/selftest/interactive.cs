Console.Write("Name? ");
Console.WriteLine($"Hello, {Console.ReadLine()}");
