# attacks: 13: would end beyond its limit
# limits: cpu=600ms wall=20s
until Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) > 0.8 * @TIME_FACTOR@
end
puts "held"
