(with-open-file (file "test.txt")
  (loop for line = (read-line file nil)
        while line do (write-line line)))
