(defstruct planet name moons)

(format t "Hello, World!~%")
(dolist (planet (list (make-planet :name "Earth" :moons 1)
                      (make-planet :name "Mars" :moons 2)))
  (format t "~a: ~a moon~:p~%" (planet-name planet) (planet-moons planet)))
