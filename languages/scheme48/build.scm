,open i/o i/o-internal text-codecs exceptions handle conditions display-conditions os-strings posix-files posix-process-data extended-ports
,open (with-prefix posix-processes posix-)

; What a program finds beside R5RS.
(define arguments '())

(define (exit . code)
  (force-output (current-output-port))
  (posix-exit (if (null? code) 0 (car code))))

(define (read-line . port)
  (let ((port (if (null? port) (current-input-port) (car port))))
    (let loop ((characters '()))
      (let ((character (read-char port)))
        (cond ((and (eof-object? character) (null? characters)) character)
              ((or (eof-object? character) (char=? character #\newline)) (list->string (reverse characters)))
              (else (loop (cons character characters))))))))

(define user-environment (interaction-environment))
(define load-into load)
(define (load file) (load-into file user-environment))

; Evaluates the program's forms one by one and says of an error in which line its form began.
(define (run words)
  (let* ((words (map os-string->string words))
         (file (car words))
         (input (open-input-file file))
         (source (make-tracking-input-port input))
         (line 1))
    (set! arguments (cdr words))
    (for-each (lambda (port) (set-port-text-codec! port utf-8-codec))
              (list input (current-input-port) (current-output-port) (current-error-port)))
    (letrec ((skip-blanks
              (lambda ()
                (let ((next (peek-char source)))
                  (cond ((eof-object? next) next)
                        ((char=? next #\;) (read-line source) (skip-blanks))
                        ((memv (char->integer next) '(9 10 13 32)) (read-char source) (skip-blanks))))))
             (fail
              (lambda (condition)
                (force-output (current-output-port))
                (display (string-append file ":" (number->string line) ": ") (current-error-port))
                (display-condition condition (current-error-port))
                (force-output (current-error-port))
                (posix-exit 1))))
      (with-exception-handler
        (lambda (condition)
          (if (serious-condition? condition)
              (fail condition)))
        (lambda ()
          (let loop ()
            (skip-blanks)
            (set! line (+ 1 (current-row source)))
            (let ((form (read source)))
              (if (not (eof-object? form))
                  (begin
                    (silently (lambda () (eval form user-environment)))
                    (loop)))))
          (exit 0))))))

,build run /opt/scheme48/run.image
,exit
