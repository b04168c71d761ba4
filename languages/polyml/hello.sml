datatype shape = Circle of real | Rectangle of real * real

fun area (Circle r) = Math.pi * r * r
  | area (Rectangle (width, height)) = width * height

val () = print "Hello, World!\n"
val () = app (fn s => print (Real.fmt (StringCvt.FIX (SOME 2)) (area s) ^ "\n")) [Circle 1.0, Rectangle (2.0, 3.5)]
