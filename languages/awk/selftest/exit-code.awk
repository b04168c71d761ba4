BEGIN {
	exit 7
}
