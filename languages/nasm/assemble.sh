#!/bin/sh
# assemble [OPTION…] FILE…: makes the program main. One with a function main, rather than _start, gets the C library.
set -eu

options=
failed=
for word; do
    shift
    case $word in
        -*) options="$options $word" ;;
        *)
            object=/tmp/$(printf %s "$word" | tr / _).o
            # shellcheck disable=SC2086 # options are words
            /usr/bin/nasm -f elf64 -g -w+all $options -o "$object" "$word" || failed=yes
            set -- "$@" "$object"
            ;;
    esac
done
if [ "$failed" ]; then exit 1; fi
if nm "$@" | grep -q ' T main$'; then
    exec gcc -no-pie -z noexecstack -o main "$@" -lm
fi
exec ld -z noexecstack -o main "$@"
