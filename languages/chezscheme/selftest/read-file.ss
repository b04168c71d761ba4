(display (call-with-input-file "test.txt" get-string-all))
