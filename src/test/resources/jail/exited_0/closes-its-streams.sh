# attacks: 65
# expect: stdoutBytes=0 stderrBytes=0
exec <&- >&- 2>&-
sleep 0.1
exit 0
