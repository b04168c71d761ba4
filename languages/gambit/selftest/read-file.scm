(display (call-with-input-file "test.txt" (lambda (port) (read-line port #f))))
