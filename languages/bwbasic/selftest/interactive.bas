10 LINE INPUT "Name? ", N$
20 PRINT "Hello, "; N$
