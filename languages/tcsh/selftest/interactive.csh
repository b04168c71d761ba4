echo -n "Name? "
set name = "$<"
echo "Hello, $name"
