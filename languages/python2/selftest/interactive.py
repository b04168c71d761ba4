name = raw_input("Name? ")
print "Hello, " + name
