BEGIN {
	print "from the second file"
}
