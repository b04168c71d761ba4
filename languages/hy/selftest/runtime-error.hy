(print "before")
(get [1 2] 5)
