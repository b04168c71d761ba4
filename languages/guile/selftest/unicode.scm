(use-modules (ice-9 rdelim))
(display "äöü ∀ 日本 🎉\n")
(display (read-line))
(newline)
