@type test.txt
