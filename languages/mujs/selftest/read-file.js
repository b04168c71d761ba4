write(read("test.txt"));
