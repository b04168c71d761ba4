(display "äöü ∀ 日本 🎉")
(newline)
(display (read-line))
(newline)
