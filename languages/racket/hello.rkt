#lang racket/base
(require racket/list)

(define (triangle n)
  (for/sum ([i (in-inclusive-range 1 n)]) i))

(displayln "Hello, World!")
(for ([n (range 1 6)])
  (printf "~a → ~a\n" n (triangle n)))
