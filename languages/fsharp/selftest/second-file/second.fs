module Second

let greet () = printfn "from the second file"
