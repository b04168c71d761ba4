SELECT rtrim(readfile('test.txt'), char(10));
