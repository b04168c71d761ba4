(def numbers (string/split " " (string/trim (file/read stdin :line))))
(print (sum (map scan-number numbers)))
(prin (file/read stdin :all))
