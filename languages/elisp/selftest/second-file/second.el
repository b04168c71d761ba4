(defun greet ()
  (princ "from the second file\n"))
