use str
echo (+ (str:split " " (read-line)))
print (slurp)
