#!/bin/sh
# The command that starts a program.
set -eu

install -m 0755 "$1/run.pl" run
