namespace Words
{
    static class Second
    {
        public static void Greet()
        {
            System.Console.WriteLine("from the second file");
        }
    }
}
