(println (reduce + (map parse-long (re-seq #"\d+" (read-line)))))
(run! println (line-seq (java.io.BufferedReader. *in*)))
