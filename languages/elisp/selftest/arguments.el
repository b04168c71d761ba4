(dolist (argument command-line-args-left)
  (princ (concat argument "\n")))
(setq command-line-args-left nil)
