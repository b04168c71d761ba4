say "äöü ∀ 日本 🎉"
parse pull line
say line
