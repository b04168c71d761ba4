#lang racket/base
(displayln "before")
(vector-ref (vector 1 2) 5)
