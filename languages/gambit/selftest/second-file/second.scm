(define (greet)
  (println "from the second file"))
