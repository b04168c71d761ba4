const words = new java.util.TreeSet(["pear", "apple", "fig"]);

print("Hello, World!");
for (let word of words) {
    print(`${word}: ${word.length()} letters`);
}
