;;; Runs the program named by the first argument, form by form, and says of an error in which line its form began.
(let ((line 1)
      (file (first ext:*command-line-argument-list*)))
  (setf ext:*command-line-argument-list* (rest ext:*command-line-argument-list*))
  (setf *error-output*
        (jnew "org.armedbear.lisp.Stream" 'system::system-stream (jfield "java.lang.System" "err") 'character))
  (labels ((skip-blanks (in)
             "To the next form; lines are counted on the way."
             (loop for char = (peek-char nil in nil)
                   while char
                   do (cond ((char= char #\;) (read-line in nil) (incf line))
                            ((member char '(#\Space #\Tab #\Return #\Newline #\Page))
                             (when (char= (read-char in) #\Newline) (incf line)))
                            (t (return)))))
           (lines-between (start end)
             (with-open-file (in file)
               (loop for position from 0 below end
                     for char = (read-char in nil)
                     while char
                     count (and (>= position start) (char= char #\Newline)))))
           (report (condition)
             (finish-output)
             (format *error-output* "~&~a:~a: ~a~%" file line condition)
             (ext:quit :status 1)))
    (handler-bind ((serious-condition #'report))
      (with-open-file (in file)
        (loop
          (skip-blanks in)
          (let* ((start (file-position in))
                 (form (read in nil in)))
            (when (eq form in) (return))
            (eval form)
            (incf line (lines-between start (file-position in))))))))
  (finish-output))
