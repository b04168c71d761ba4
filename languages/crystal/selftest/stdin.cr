puts read_line.split.sum(&.to_i)
STDOUT << STDIN.gets_to_end
