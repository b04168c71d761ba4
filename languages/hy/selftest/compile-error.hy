(print "before")
(setv 5 6) ; WRONG
