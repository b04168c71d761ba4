Console.Write(File.ReadAllText("test.txt"));
