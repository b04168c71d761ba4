(println "äöü ∀ 日本 🎉")
(println (read-line))
