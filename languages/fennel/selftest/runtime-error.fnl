(print :before)
(print (+ 1 nil))
