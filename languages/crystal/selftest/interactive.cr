print "Name? "
STDOUT.flush
puts "Hello, #{gets}"
