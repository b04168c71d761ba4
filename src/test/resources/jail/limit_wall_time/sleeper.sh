# attacks: 2
# limits: wall=400ms
# expect: wall>=390ms wall<=500ms cpu<=100ms
sleep 3600
