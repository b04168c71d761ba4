use "second.sml";
val () = print (Second.text ^ "\n")
