;;; Reads a program on standard input and prints it indented as Emacs would do it.
(with-temp-buffer
  (condition-case nil
      (while t
        (insert (read-from-minibuffer "") "\n"))
    (end-of-file nil))
  (emacs-lisp-mode)
  (setq indent-tabs-mode nil)
  (let ((inhibit-message t))
    (indent-region (point-min) (point-max)))
  (delete-trailing-whitespace)
  (princ (buffer-string)))
