foreach (var argument in args)
{
    Console.WriteLine(argument);
}
