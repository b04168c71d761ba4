BEGIN {
	print "Hello, World!"
	split("Earth 1 Mars 2 Jupiter 97", word)
	for (i = 1; i in word; i += 2) {
		moons[word[i]] = word[i + 1]
	}
	for (planet in moons) {
		printf("%-8s %2d\n", planet, moons[planet])
	}
}

# Each line of the input, with the number of its words.
{
	print NF ": " $0
}
