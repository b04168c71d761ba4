# attacks: 102: the shell asks for a dump too
# collect: *
# expect: files=1
ulimit -c unlimited 2> /dev/null
kill -SEGV $$
