(print "Name? ")
(println "Hello, " (read-line))
