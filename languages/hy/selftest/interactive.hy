(print (+ "Hello, " (input "Name? ")))
