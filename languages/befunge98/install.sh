#!/bin/sh
# Compiles the interpreter.
set -eu

gcc -std=gnu17 -O2 -Wall -Wextra -o befunge98 "$1/befunge98.c"
