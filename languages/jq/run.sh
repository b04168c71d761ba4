#!/bin/sh
# run PROGRAM [ARGUMENT…]: jq does nothing at all without a value to work on, so a program without input gets null.
program=$1
shift
if ! IFS= read -r line && [ -z "$line" ]; then
    exec /usr/bin/jq -n -r -L . -f "$program" --args -- "$@"
else
    { printf '%s\n' "$line" && exec cat; } | /usr/bin/jq -r -L . -f "$program" --args -- "$@"
fi
