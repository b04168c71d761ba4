(print "äöü ∀ 日本 🎉")
(prin (file/read stdin :line))
