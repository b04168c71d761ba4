cat test.txt
