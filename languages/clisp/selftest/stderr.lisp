(format t "out~%")
(format *error-output* "err~%")
