(format t "before~%")
(format t "no end" ; WRONG
