require_relative "second"

puts Second.text
