# attacks: 72: on a terminal /dev/tty is that terminal
# terminal: only
# expect: stdout=held
if [ "$(tty)" = "$(readlink /proc/self/fd/0)" ]; then
    echo held > /dev/tty
fi
