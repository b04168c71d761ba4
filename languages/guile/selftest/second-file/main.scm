(load "second.scm")
(greet)
