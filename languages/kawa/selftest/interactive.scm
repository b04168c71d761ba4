(display "Name? ")
(force-output)
(display (string-append "Hello, " (read-line)))
(newline)
