(printf "out\n")
(fprintf (current-error-port) "err\n")
