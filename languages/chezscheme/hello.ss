(define-record-type planet (fields name moons))

(define planets
  (list (make-planet "Earth" 1) (make-planet "Mars" 2) (make-planet "Venus" 0)))

(printf "Hello, World!\n")
(for-each
  (lambda (p) (printf "~a: ~a\n" (planet-name p) (planet-moons p)))
  (sort (lambda (a b) (< (planet-moons a) (planet-moons b))) planets))
