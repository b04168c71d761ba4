val () = print "out\n"
val () = TextIO.output (TextIO.stdErr, "err\n")
