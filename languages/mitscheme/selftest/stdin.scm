(define (numbers line)
  (read (open-input-string (string-append "(" line ")"))))

(display (apply + (numbers (read-line))))
(newline)
(display (read-line))
(newline)
