(load "second.lisp" :verbose nil)
(greet)
