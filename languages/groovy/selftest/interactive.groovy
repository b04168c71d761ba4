print "Name? "
System.out.flush()
println "Hello, ${System.in.newReader().readLine()}"
