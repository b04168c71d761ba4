(define (reverse-words words)
  (let loop ((words words) (result '()))
    (if (null? words)
        result
        (loop (cdr words) (cons (car words) result)))))

(display "Hello, World!")
(newline)
(display (reverse-words '(backwards words some)))
(newline)
