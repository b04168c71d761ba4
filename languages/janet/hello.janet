(defn collatz [n]
  (var x n)
  (def steps @[n])
  (while (> x 1)
    (set x (if (even? x) (/ x 2) (+ 1 (* 3 x))))
    (array/push steps x))
  steps)

(print "Hello, World!")
(each n [6 7] (printf "%d: %q" n (collatz n)))
