(defun primes (limit)
  (loop for n from 2 to limit
        when (loop for d from 2 to (isqrt n) never (zerop (mod n d)))
          collect n))

(format t "Hello, World!~%")
(format t "Primes:~{ ~r~^,~}~%" (primes 12))
