let () =
  print_endline "out";
  prerr_endline "err"
