#!/bin/sh
# Puts the programs that start and end gp in their places.
set -eu
install -m 0755 "$1/run" run
cp "$1/end.gp" .
