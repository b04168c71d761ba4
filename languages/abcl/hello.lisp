(defun hypotenuse (a b)
  (jcall (jmethod "java.lang.Double" "doubleValue")
         (jstatic "hypot" "java.lang.Math" (float a 1d0) (float b 1d0))))

(format t "Hello, World!~%")
(loop for (a b) in '((3 4) (5 12) (8 15))
      do (format t "~a and ~a make ~,1f~%" a b (hypotenuse a b)))
