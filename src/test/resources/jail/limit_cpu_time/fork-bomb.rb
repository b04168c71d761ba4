# attacks: 40: Ruby itself may crash when it gets no thread
# or: signalled_sigsegv limit_wall_time limit_memory
# limits: processes=32 cpu=500ms wall=10s memory=256MiB
# expect: processLimitHit
loop do
  begin
    fork
  rescue SystemCallError
    next
  end
end
