Console.WriteLine("äöü ∀ 日本 🎉");
Console.WriteLine(Console.ReadLine());
