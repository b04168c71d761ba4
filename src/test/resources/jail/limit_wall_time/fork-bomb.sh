# attacks: 40: the shell waits between its attempts
# limits: processes=32 cpu=5s wall=2s
# expect: processLimitHit
bomb() { bomb | bomb & }
bomb
while :; do sleep 0.1; done
