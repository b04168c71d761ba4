(princ "before\n")
(princ "no end")) ; WRONG
