# attacks: 2
# limits: wall=700ms
# expect: wall>=700ms wall<=850ms cpu<=300ms
sleep
