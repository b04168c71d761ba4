(print (slurp "test.txt"))
(flush)
