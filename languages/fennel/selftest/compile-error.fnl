(print :before)
(print undeclared) ; WRONG
