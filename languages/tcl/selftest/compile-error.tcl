puts before
puts "no end ;# WRONG
