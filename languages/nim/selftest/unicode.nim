echo "äöü ∀ 日本 🎉"
echo stdin.readLine
