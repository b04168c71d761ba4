#!/bin/sh
# Makes in-order, which calls the compiler with its files in the order of their dependencies.
set -eu

cat >in-order <<'SCRIPT'
#!/bin/sh
# in-order COMMAND... -- FILE...
set -euf
command=
while [ "$1" != -- ]; do
    command="$command $1"
    shift
done
shift
ordered=$(ocamldep -sort "$@")
# shellcheck disable=SC2086 # both are lists of words
exec $command $ordered
SCRIPT
chmod 0755 in-order
