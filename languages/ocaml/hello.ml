type shape = Circle of float | Rectangle of float * float

let area = function
  | Circle r -> Float.pi *. r *. r
  | Rectangle (width, height) -> width *. height

let () =
  print_endline "Hello, World!";
  [ Circle 1.0; Rectangle (2.0, 3.5) ]
  |> List.map area
  |> List.iter (Printf.printf "%.2f\n")
