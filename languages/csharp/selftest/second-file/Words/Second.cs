namespace Words;

static class Second
{
    public static void Greet() => Console.WriteLine("from the second file");
}
