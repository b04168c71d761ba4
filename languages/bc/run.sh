#!/bin/sh
# run PROGRAM: all files together are the program, as on bc's own command line; this one comes last.
program=$1
for file in *.bc; do
    if [ "$file" != "$program" ]; then set -- "$file" "$@"; fi
done
exec /usr/bin/bc -q "$@"
