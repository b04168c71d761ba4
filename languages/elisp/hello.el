;;; -*- lexical-binding: t -*-
(defun make-counter ()
  (let ((count 0))
    (lambda () (setq count (1+ count)))))

(princ "Hello, World!\n")
(let ((next (make-counter)))
  (dotimes (_ 3)
    (princ (format "%d\n" (funcall next)))))
