(display (read-string 1000 (open-input-file "test.txt")))
