(define (collatz n)
  (cond ((= n 1) '(1))
        ((even? n) (cons n (collatz (quotient n 2))))
        (else (cons n (collatz (+ 1 (* 3 n)))))))

(println "Hello, World!")
(println "From 6: " (collatz 6))
