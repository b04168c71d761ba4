(format t "äöü ∀ 日本 🎉~%")
(format t "~a~%" (read-line))
