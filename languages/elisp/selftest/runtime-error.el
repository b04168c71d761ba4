(princ "before\n")
(error "on purpose")
