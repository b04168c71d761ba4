(define (average . numbers)
  (/ (apply + numbers) (length numbers)))

(display "Hello, World!")
(newline)
(format #t "The average of 1, 2 and 5 is ~a.~%" (average 1 2 5))
(format #t "Java's too: ~a~%" (java.lang.Math:hypot 3 4))
