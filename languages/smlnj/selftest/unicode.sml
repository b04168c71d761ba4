val () = print "äöü ∀ 日本 🎉\n"
val () = print (valOf (TextIO.inputLine TextIO.stdIn))
