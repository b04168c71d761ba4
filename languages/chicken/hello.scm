(import (chicken format))

(define (squares numbers)
  (map (lambda (n) (* n n)) numbers))

(print "Hello, World!")
(printf "Squares: ~a~%" (squares '(1 2 3 4 5)))
