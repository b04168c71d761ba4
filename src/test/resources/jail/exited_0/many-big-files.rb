# attacks: 76: 16 MB each, until no space is left
# limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
# expect: !memoryLimitHit
block = "x" * 16_000_000
%w[/work /tmp /dev/shm].each do |folder|
  30.times { |i| File.binwrite("#{folder}/big#{i}", block) }
  puts "#{folder} never got full"
rescue Errno::ENOSPC
  next
end
puts "held"
