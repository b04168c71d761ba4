set print "-"
print "out"
unset print
print "err"
