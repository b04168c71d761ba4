#! gsi-script
;;; Runs the program named by the first argument. Without a terminal, gsi can't say what a program died of and ends mutely.
(define file (cadr (command-line)))
(set! ##processed-command-line (cdr (command-line)))

(with-exception-handler
  (lambda (exception)
    (continuation-capture
      (lambda (continuation)
        (force-output)
        (display-exception-in-context exception continuation (current-error-port))
        (exit 70))))
  (lambda () (load file)))
