read -rp "Name? " name
echo "Hello, $name"
