(defn main [_ & arguments]
  (each argument arguments (print argument)))
