#lang racket/base
(display "Name? ")
(flush-output)
(printf "Hello, ~a\n" (read-line))
