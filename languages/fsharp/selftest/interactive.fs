printf "Name? "
printfn "Hello, %s" (System.Console.ReadLine())
