#!/bin/sh
# The command that makes a program.
set -eu

install -m 0755 "$1/analyse.sh" analyse
