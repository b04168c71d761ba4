[<EntryPoint>]
let main arguments =
    arguments |> Array.iter (printfn "%s")
    0
