(princ "out\n")
(princ "err\n" #'external-debugging-output)
