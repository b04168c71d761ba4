foreach(readstr("test.txt"), line, print(line));
