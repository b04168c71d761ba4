printf("%s", fileread("test.txt"));
