(* Strings are bytes, and only those of ASCII may stand in them as they are. *)
val () = print "\195\164\195\182\195\188 \226\136\128 \230\151\165\230\156\172 \240\159\142\137\n"
val () = print (valOf (TextIO.inputLine TextIO.stdIn))
