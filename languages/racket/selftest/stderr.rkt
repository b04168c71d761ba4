#lang racket/base
(displayln "out")
(displayln "err" (current-error-port))
