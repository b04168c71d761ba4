printfn "before"
printfn "%d" undeclared // WRONG
