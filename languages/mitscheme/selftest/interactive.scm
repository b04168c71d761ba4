(display "Name? ")
(flush-output)
(display (string-append "Hello, " (read-line)))
(newline)
