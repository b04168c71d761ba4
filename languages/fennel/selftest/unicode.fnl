(print "äöü ∀ 日本 🎉")
(print (io.read))
