# attacks: 44: its daemon dies with it and says nothing more
# terminal: too
# expect: stdout=held
(trap "" HUP TERM; setsid sh -c "sleep 0.2; echo still here; sleep 600" &)
echo held
