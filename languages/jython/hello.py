from java.util import TreeMap

print "Hello, World!"

count = TreeMap()
for word in "the cat and the dog and the bird".split():
    count[word] = count.getOrDefault(word, 0) + 1
for word in count:
    print word, count[word]
