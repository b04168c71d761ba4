(print "Name? ")
(flush)
(println (str "Hello, " (read-line)))
