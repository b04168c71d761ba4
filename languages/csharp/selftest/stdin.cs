var numbers = Console.ReadLine()!.Split(' ').Select(int.Parse);
Console.WriteLine(numbers.Sum());
Console.Write(Console.In.ReadToEnd());
