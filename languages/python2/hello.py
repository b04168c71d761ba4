# -*- coding: utf-8 -*-
import itertools

print "Hello, World!"

for number, name in itertools.izip(xrange(1, 4), ["eins", "zwei", "drei"]):
    print "%d: %s" % (number, name)
