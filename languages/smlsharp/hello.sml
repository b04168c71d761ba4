(* One function for all records with a name. *)
fun greet person = "Hello, " ^ #name person ^ "!\n"

val () = print (greet {name = "World"})
val () = print (greet {name = "Ada", born = 1815})
