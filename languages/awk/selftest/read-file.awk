BEGIN {
	while ((getline line < "test.txt") > 0) {
		print line
	}
	exit
}
