#!/bin/sh
# assemble FILE…: makes the program main.
set -eu

failed=
for file; do
    shift
    object=/tmp/$(printf %s "$file" | tr / _).o
    /usr/bin/arm-linux-gnueabihf-as --gen-debug -o "$object" "$file" || failed=yes
    set -- "$@" "$object"
done
if [ "$failed" ]; then exit 1; fi
exec /usr/bin/arm-linux-gnueabihf-ld -o main "$@"
