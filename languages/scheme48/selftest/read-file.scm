(call-with-input-file "test.txt"
  (lambda (port)
    (let loop ((line (read-line port)))
      (if (not (eof-object? line))
          (begin
            (display line)
            (newline)
            (loop (read-line port)))))))
