(ns second-file.words)

(defn greet []
  (println "from the second file"))
