-- attacks: 65: Lua keeps its streams, so what it starts closes them
-- expect: stdoutBytes=0 stderrBytes=0
os.execute("exec <&- >&- 2>&-; sleep 0.1")
