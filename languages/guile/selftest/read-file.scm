(use-modules (ice-9 textual-ports))
(display (call-with-input-file "test.txt" get-string-all))
