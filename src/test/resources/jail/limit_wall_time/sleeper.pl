# attacks: 2
# limits: wall=400ms
# expect: wall>=400ms wall<=550ms cpu<=100ms
sleep 3600 while 1;
