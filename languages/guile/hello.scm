(define (fibonacci n)
  (let loop ((i 0) (a 0) (b 1))
    (if (= i n)
        '()
        (cons a (loop (+ i 1) b (+ a b))))))

(display "Hello, World!")
(newline)
(format #t "Fibonacci: ~a~%" (fibonacci 10))
