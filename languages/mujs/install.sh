#!/bin/sh
# Makes the start of MuJS, whose read("/dev/stdin") seeks: what isn't a terminal becomes a file first.
set -eu
cat >run <<'SH'
#!/bin/sh
if ! [ -t 0 ]; then
    cat >/tmp/.stdin
    exec </tmp/.stdin
fi
exec /usr/bin/mujs "$@"
SH
chmod 755 run
