read --prompt-str "Name? " name
echo "Hello, $name"
