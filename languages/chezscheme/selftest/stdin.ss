(let* ([a (read)] [b (read)])
  (get-line (current-input-port))
  (printf "~a\n~a\n" (+ a b) (get-line (current-input-port))))
