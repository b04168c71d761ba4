set print "-"
print "äöü ∀ 日本 🎉"
print system("cat")
