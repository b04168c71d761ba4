import sys

print "out"
print >> sys.stderr, "err"
