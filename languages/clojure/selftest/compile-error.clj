(println "before")
(println undeclared) ; WRONG
