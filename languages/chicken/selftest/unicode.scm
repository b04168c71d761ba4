(import (chicken io))
(print "äöü ∀ 日本 🎉")
(print (read-line))
