print "Name? "
var name = (read-line)
echo "Hello, "$name
