printfn "before"
failwith "on purpose"
