#lang racket/base
(displayln "before")
(displayln undeclared) ; WRONG
