echo "äöü ∀ 日本 🎉"
read line
echo $line
