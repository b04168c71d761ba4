let () =
  print_endline "äöü ∀ 日本 🎉";
  print_endline (read_line ())
