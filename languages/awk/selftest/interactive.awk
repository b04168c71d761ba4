BEGIN {
	printf "Name? "
	fflush()
	getline name
	print "Hello, " name
	exit
}
