# attacks: 65
# expect: stdoutBytes=0 stderrBytes=0
$stdin.close
$stdout.close
$stderr.close
sleep 0.1
