def greet(name) = "Hello, #{name}!"

puts greet("World")

%w[pear apple fig].sort.each_with_index do |fruit, i|
  puts "#{i + 1}. #{fruit}"
end
