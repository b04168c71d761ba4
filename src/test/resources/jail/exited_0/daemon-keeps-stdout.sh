# attacks: 45: the job ends with its main program, whoever holds its output
# terminal: too
# limits: wall=5s
# expect: stdout=held wall<=2s
echo held
(setsid sleep 600 &)
(setsid sh -c 'while :; do sleep 1; done' &)
