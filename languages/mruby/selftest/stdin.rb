puts gets.split.map(&:to_i).inject(:+)
puts gets
