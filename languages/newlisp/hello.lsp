(define (factorial n)
  (if (< n 2) 1L (* n (factorial (- n 1)))))

(println "Hello, World!")

(dolist (n '(5 10 20 30))
  (println n "! = " (factorial n)))
