(print "out")
(display "err\n" (current-error-port))
