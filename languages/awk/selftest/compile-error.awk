BEGIN {
	print "before"
	print ) # WRONG
}
