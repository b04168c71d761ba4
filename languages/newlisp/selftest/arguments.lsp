(dolist (argument (4 (main-args)))
  (println argument))
