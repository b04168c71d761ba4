(display "out\n")
(call-with-output-file "/dev/stderr"
  (lambda (port) (display "err\n" port)))
