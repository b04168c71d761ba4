(io.write "Name? ")
(io.flush)
(print (.. "Hello, " (io.read)))
