(load "second.ss")
(greet)
