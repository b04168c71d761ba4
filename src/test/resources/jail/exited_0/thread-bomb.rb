# attacks: 42
# or: limit_wall_time
# limits: processes=20 cpu=2s wall=3s
# expect: processLimitHit
begin
  1000.times { |threads| Thread.new { sleep } }
  puts "no limit"
rescue ThreadError
  puts "held"
end
$stdout.flush
exit! 0
