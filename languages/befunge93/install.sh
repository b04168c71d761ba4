#!/bin/sh
# Compiles the interpreter.
set -eu

gcc -std=c17 -O2 -fwrapv -Wall -Wextra -o befunge93 "$1/befunge93.c"
