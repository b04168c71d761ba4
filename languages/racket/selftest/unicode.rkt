#lang racket
(displayln "äöü ∀ 日本 🎉")
(displayln (read-line))
