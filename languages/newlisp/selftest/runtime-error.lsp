(println "before")
(throw-error "on purpose")
