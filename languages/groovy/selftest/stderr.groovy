println "out"
System.err.println "err"
