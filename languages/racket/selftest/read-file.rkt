#lang racket/base
(require racket/file)
(display (file->string "test.txt"))
