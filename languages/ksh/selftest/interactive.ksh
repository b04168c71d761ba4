read -r name?"Name? "
echo "Hello, $name"
