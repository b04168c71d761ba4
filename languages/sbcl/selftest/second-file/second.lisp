(defun greet ()
  (format t "from the second file~%"))
