define(`input', include(`/dev/stdin'))dnl
regexp(defn(`input'), `\([0-9]+\) \([0-9]+\)', `eval(\1 + \2)')
patsubst(defn(`input'), `[0-9]+ [0-9]+
')dnl
