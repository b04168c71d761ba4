(printf "äöü ∀ 日本 🎉\n")
(printf "~a\n" (get-line (current-input-port)))
