type Shape =
    | Circle of radius: float
    | Rectangle of width: float * height: float

let area shape =
    match shape with
    | Circle radius -> System.Math.PI * radius ** 2.0
    | Rectangle (width, height) -> width * height

printfn "Hello, World!"

[ Circle 1.0; Rectangle(2.0, 3.0) ]
|> List.map area
|> List.iter (printfn "%.2f")
