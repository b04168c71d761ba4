#!/bin/sh
# The command that makes a program, and the one that starts it.
set -eu

install -m 0755 "$1/assemble.sh" assemble
cp "$1/run.mjs" .
