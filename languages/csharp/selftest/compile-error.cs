Console.WriteLine("before");
Console.WriteLine(undeclared); // WRONG
