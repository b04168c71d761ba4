set print "-"
print "before"
print undefined_variable
