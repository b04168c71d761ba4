(for-each (lambda (argument) (printf "~a\n" argument))
          (command-line-arguments))
