let () =
  Scanf.scanf "%d %d " (fun a b -> Printf.printf "%d\n" (a + b));
  try
    while true do
      Scanf.scanf "%c" print_char
    done
  with End_of_file -> ()
