(display "out")
(newline)
(display "err" (current-error-port))
(newline (current-error-port))
