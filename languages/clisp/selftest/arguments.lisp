(format t "~{~a~%~}" ext:*args*)
