(println "out")
(write-line 2 "err")
