val unused = 1
val () = print undeclared (* WRONG *)
