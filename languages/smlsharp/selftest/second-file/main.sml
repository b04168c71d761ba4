val () = print (Second.text ^ "\n")
