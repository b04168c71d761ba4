(let* ((a (read)) (b (read)))
  (read-line)
  (println (+ a b))
  (println (read-line)))
