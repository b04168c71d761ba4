#lang racket/base
(require "second.rkt")
(greet)
