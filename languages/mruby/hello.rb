puts "Hello, World!"

%w[one two three].each_with_index do |word, index|
  puts "#{index + 1}: #{word}"
end
