(display "before")
(let ((x)) x) ; WRONG
