#!/bin/sh
# Makes all-modules, which compiles a program of several modules: gm2 takes one at a time.
set -eu

cat >all-modules <<'SCRIPT'
#!/bin/sh
# all-modules COMMAND... -- MAIN FILE...
set -euf
command=
while [ "$1" != -- ]; do
    command="$command $1"
    shift
done
main=$2
shift 2
objects=
for file; do
    case $file in
        "$main" | *.def) ;;
        *)
            object=$TMPDIR/${file##*/}.o
            $command -c -o "$object" "$file"
            objects="$objects $object"
            ;;
    esac
done
# shellcheck disable=SC2086 # lists of words
exec $command -o main "$main" $objects
SCRIPT
chmod 0755 all-modules
