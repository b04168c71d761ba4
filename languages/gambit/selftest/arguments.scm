(for-each println (cdr (command-line)))
