val file = TextIO.openIn "test.txt"
val () = print (TextIO.inputAll file)
val () = TextIO.closeIn file
