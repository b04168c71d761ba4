#!/bin/sh
# assemble FILE: makes the program main, which fasm doesn't mark as one. Debian's fasm is a program of 32 bits, which jails end: it is emulated.
set -eu

/usr/bin/qemu-i386 /usr/bin/fasm "$1" main
chmod 0755 main
