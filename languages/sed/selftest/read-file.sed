r test.txt
d
