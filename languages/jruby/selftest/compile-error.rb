puts "before"
puts "a" ] # WRONG
