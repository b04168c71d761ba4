(load "second.lisp")
(greet)
