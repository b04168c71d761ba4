(import (chicken io))
(display (call-with-input-file "test.txt" (lambda (port) (read-string #f port))))
