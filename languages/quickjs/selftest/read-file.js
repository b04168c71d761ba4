std.out.puts(std.loadFile("test.txt"));
