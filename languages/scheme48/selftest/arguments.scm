(for-each (lambda (argument) (display argument) (newline))
          arguments)
