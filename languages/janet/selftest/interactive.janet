(prin "Name? ")
(flush)
(prin "Hello, " (file/read stdin :line))
