(display "before")
(display "no end" ; WRONG
