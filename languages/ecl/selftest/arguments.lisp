(format t "~{~a~%~}" *arguments*)
