(print "out")
(eprint "err")
