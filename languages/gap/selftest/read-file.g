Print(StringFile("test.txt"));
