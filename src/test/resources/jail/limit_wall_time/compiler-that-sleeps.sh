# attacks: 153
# profile: compile
# limits: wall=400ms
# expect: wall>=400ms cpu<=100ms
sleep 3600
