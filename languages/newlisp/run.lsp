; run.lsp PROGRAM [ARGUMENT…]: newLISP by itself goes on to read commands from its input when a program ends or fails.
(if (catch (load (main-args 3)) 'message)
    (exit)
    (begin (write-line 2 message) (exit 1)))
