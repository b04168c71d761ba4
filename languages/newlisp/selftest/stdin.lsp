(println (apply + (map int (parse (read-line) " "))))
(while (read-line)
  (println (current-line)))
