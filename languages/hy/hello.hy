(import fractions [Fraction])

(defn harmonic [n]
  (sum (gfor  k (range 1 (+ n 1))  (Fraction 1 k))))

(print "Hello, World!")
(for [n (range 1 6)]
  (print f"H({n}) = {(harmonic n)}"))
