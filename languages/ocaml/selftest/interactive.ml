let () =
  print_string "Name? ";
  let name = read_line () in
  print_endline ("Hello, " ^ name)
