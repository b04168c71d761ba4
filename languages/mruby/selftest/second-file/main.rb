eval(File.open("second.rb") { |file| file.read })
greet
