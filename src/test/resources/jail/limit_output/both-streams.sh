# attacks: 60: one line here, one there, for ever
# terminal: too
# limits: output=64KiB wall=20s
# expect: stdoutBytes<=65536 stderrBytes<=65536
while :; do
    echo more and more
    echo more and more >&2
done
