# attacks: 60: one line here, one there, for ever
# terminal: too
# limits: output=64KiB wall=20s
# expect: stdoutBytes<=65536 stderrBytes<=65536
$stdout.sync = true
loop do
  puts "more and more"
  warn "more and more"
end
