(define (sum-of-squares . numbers)
  (apply + (map square numbers)))

(display "Hello, World!")
(newline)
(display (list 3 4 5 'makes (sum-of-squares 3 4 5)))
(newline)
