;;; Loads the program named by the first argument. Under --script alone an error would not say in which line it happened.
(let ((file (second *posix-argv*)))
  (setf *posix-argv* (cons (first *posix-argv*) (cddr *posix-argv*)))
  (load file))
