let unused = 1

let () =
  print_endline undeclared (* WRONG *)
