print "Name? "
puts "Hello, #{gets}"
