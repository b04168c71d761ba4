(define (greet)
  (display "from the second file")
  (newline))
