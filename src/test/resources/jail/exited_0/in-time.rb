# attacks: 13: ends within its limit
# limits: cpu=600ms wall=20s
until Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) > 0.4
end
puts "held"
