let numbers = System.Console.ReadLine().Split(' ') |> Array.map int
printfn "%d" (Array.sum numbers)
printf "%s" (stdin.ReadToEnd())
