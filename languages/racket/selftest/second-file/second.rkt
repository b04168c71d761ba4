#lang racket/base
(provide greet)
(define (greet)
  (displayln "from the second file"))
