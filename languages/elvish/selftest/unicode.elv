echo "äöü ∀ 日本 🎉"
echo (read-line)
