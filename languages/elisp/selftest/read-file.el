(with-temp-buffer
  (insert-file-contents "test.txt")
  (princ (buffer-string)))
