let () = print_endline Second.text
