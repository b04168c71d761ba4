class Program
{
    static void Main()
    {
        Words.Second.Greet();
    }
}
