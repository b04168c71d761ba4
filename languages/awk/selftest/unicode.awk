BEGIN {
	print "äöü ∀ 日本 🎉"
}

{
	print
}
