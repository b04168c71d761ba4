# Uses what many programs use, for install.sh: what it compiles needn't be compiled again.
numbers = [3, 1, 2]
count = Hash(String, Int32).new(0)
while line = gets
  line.split.each { |word| count[word] += 1 }
  numbers << line.to_i if line =~ /^\d+$/
end
puts numbers.sort.map { |n| n * n }.select(&.even?).sum
puts numbers.max, numbers.join(" ")
count.each { |word, times| puts "#{word}: #{times}" }
printf("%.2f\n", Math.sqrt(2.0))
puts File.read("test.txt") if File.exists?("test.txt")
puts ARGV.inspect, Set{1, 2}.size, {1, 2}.inspect, (1..3).to_a
begin
  raise ArgumentError.new("none") if numbers.empty?
rescue ex
  STDERR.puts ex.message
end
