val exit = _import "exit" : int -> ()
val () = exit 7
