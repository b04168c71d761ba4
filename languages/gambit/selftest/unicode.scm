(display "äöü ∀ 日本 🎉\n")
(display (read-line))
(newline)
