val () = print "before\n"
val () = raise Fail "on purpose"
