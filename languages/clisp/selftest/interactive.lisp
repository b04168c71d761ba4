(format t "Name? ")
(finish-output)
(format t "Hello, ~a~%" (read-line))
