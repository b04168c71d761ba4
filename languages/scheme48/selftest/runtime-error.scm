(display "before")
(newline)
(vector-ref (vector 1 2) 5)
