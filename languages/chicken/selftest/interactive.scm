(import (chicken io))
(display "Name? ")
(flush-output)
(print "Hello, " (read-line))
