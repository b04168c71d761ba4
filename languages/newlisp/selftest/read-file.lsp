(print (read-file "test.txt"))
