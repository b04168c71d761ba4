val () = print "Name? "
val () = TextIO.flushOut TextIO.stdOut
val () = print ("Hello, " ^ valOf (TextIO.inputLine TextIO.stdIn))
