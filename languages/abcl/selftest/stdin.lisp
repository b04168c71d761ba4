(let ((sum (+ (read) (read))))
  (format t "~a~%~a~%" sum (read-line)))
