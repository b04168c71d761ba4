require "./second"

puts Second.text
