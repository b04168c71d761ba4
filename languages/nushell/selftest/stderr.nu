print "out"
print --stderr "err"
