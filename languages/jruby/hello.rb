java_import java.time.LocalDate

puts "Hello, World!"

moon = LocalDate.of(1969, 7, 20)
puts "#{moon} was a #{moon.day_of_week.to_s.capitalize}."
puts (1..5).map { |n| n ** 2 }.inspect
