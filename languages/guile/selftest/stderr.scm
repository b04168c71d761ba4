(display "out\n")
(display "err\n" (current-error-port))
