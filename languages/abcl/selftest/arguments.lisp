(format t "~{~a~%~}" ext:*command-line-argument-list*)
