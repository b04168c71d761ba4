(defun fizzbuzz (n)
  (cond ((zerop (mod n 15)) "FizzBuzz")
        ((zerop (mod n 5)) "Buzz")
        ((zerop (mod n 3)) "Fizz")
        (t n)))

(format t "Hello, World!~%")
(format t "~{~a~^ ~}~%" (loop for n from 1 to 15 collect (fizzbuzz n)))
