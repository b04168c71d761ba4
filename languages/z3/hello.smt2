(echo "Hello, World!")

; Two numbers with this sum and this product?
(declare-const a Int)
(declare-const b Int)
(assert (= (+ a b) 17))
(assert (= (* a b) 72))
(assert (< a b))
(check-sat)
(get-value (a b))
