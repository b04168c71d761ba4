include second.fth
text type cr
