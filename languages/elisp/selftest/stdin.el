(let ((numbers (split-string (read-from-minibuffer ""))))
  (princ (format "%d\n" (apply #'+ (mapcar #'string-to-number numbers)))))
(princ (concat (read-from-minibuffer "") "\n"))
