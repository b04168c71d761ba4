(print "before")
(let ((x)) x) ; WRONG
