puts gets.split.sum(&:to_i)
print STDIN.read
