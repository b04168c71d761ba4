10 PRINT "äöü ∀ 日本 🎉"
20 LINE INPUT "", T$
30 PRINT T$
