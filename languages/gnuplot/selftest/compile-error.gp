print "before"
plot [ # WRONG
