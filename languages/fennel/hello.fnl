(fn greet [name]
  (.. "Hello, " name "!"))

(print (greet :World))

(local squares (icollect [_ n (ipairs [1 2 3 4 5])]
                 (* n n)))
(print (table.concat squares " "))
