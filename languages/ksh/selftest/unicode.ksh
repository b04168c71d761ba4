echo "äöü ∀ 日本 🎉"
read -r line
echo "$line"
