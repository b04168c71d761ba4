print "äöü ∀ 日本 🎉\n", scalar <STDIN>;
