(define (greet)
  (printf "from the second file\n"))
