(display "Name? ")
(flush-output-port)
(printf "Hello, ~a\n" (get-line (current-input-port)))
