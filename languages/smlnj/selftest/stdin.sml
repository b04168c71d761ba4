val first = valOf (TextIO.inputLine TextIO.stdIn)
val numbers = List.mapPartial Int.fromString (String.tokens Char.isSpace first)
val () = print (Int.toString (foldl op+ 0 numbers) ^ "\n")
val () = print (TextIO.inputAll TextIO.stdIn)
