echo "äöü ∀ 日本 🎉"
set line = "$<"
echo "$line"
