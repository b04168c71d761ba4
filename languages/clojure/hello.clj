(defn describe [{:keys [name moons]}]
  (str name " has " moons (if (= moons 1) " moon" " moons")))

(println "Hello, World!")

(->> [{:name "Earth" :moons 1} {:name "Mars" :moons 2} {:name "Venus" :moons 0}]
     (sort-by :moons >)
     (map describe)
     (run! println))
