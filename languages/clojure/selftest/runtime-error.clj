(println "before")
(throw (IllegalStateException. "on purpose"))
