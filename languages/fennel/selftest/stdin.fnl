(let [(a b) (io.read :n :n :l)]
  (print (+ a b))
  (io.write (io.read :a)))
