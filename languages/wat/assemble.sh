#!/bin/sh
# assemble FILE…: makes a .wasm of each.
set -eu

failed=
for file; do
    /usr/bin/wat2wasm --debug-names -o "${file%.*}.wasm" "$file" || failed=yes
done
[ -z "$failed" ]
