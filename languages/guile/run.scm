;;; Compiles the program named by the first argument and runs it with the rest of them. `guile FILE` does the same, but says so
;;; on standard error at every first start of a program, and in a jail every start is the first.
(use-modules (system base compile) (system vm loader))

(define file (cadr (command-line)))
(set-program-arguments (cdr (command-line)))
(add-to-load-path (getcwd))

(define (compiled)
  (call-with-input-file file
    (lambda (port)
      (set-port-encoding! port "UTF-8")
      (read-and-compile port #:from 'scheme #:to 'bytecode #:env (current-module) #:optimization-level 1))))

((load-thunk-from-memory (compiled)))
