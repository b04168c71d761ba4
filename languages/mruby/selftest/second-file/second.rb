def greet
  puts "from the second file"
end
