printfn "äöü ∀ 日本 🎉"
printfn "%s" (System.Console.ReadLine())
