(princ "äöü ∀ 日本 🎉\n")
(princ (concat (read-from-minibuffer "") "\n"))
