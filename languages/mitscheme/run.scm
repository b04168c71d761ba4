;;; Runs the program named by the first argument. Left alone, MIT Scheme would wait for commands after an error.
(define (report condition)
  (fresh-line)
  (write-string ";")
  (write-string (condition/report-string condition))
  (newline)
  (exit 14))

(let ((file (car (command-line-arguments)))
      (arguments (cdr (command-line-arguments))))
  (set! command-line-arguments (lambda () arguments))
  (bind-condition-handler (list condition-type:error) report
    (lambda () (load file))))
(exit 0)
