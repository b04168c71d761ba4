BEGIN {
	print "before"
	pattern = "("
	if ("a" ~ pattern) {
		print "after"
	}
}
