;;; Runs the program named by the last argument as a batch job: messages go to standard error, and an error ends it with status 1.
(in-package :maxima)

(setq $loadprint nil)

(flet ((to-standard-error (name)
         (let ((function (symbol-function name)))
           (setf (symbol-function name)
                 (lambda (&rest arguments)
                   (finish-output)
                   (let ((*standard-output* *error-output*))
                     (apply function arguments)))))))
  (to-standard-error 'mread-synerr)
  (to-standard-error 'merror))

(let ((finished nil))
  (catch 'macsyma-quit
    ($batchload (car (last si::*command-args*)))
    (setq finished t))
  (finish-output)
  ($quit (if finished 0 1)))
