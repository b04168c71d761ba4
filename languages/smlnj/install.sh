#!/bin/sh
# Makes run, a heap image of the compiler with its libraries and run.sml in it.
set -eu

# The package looks for its libraries where they were built.
built=$(grep -ao '/build/[-a-z0-9./]*/sml\.boot\.amd64-unix' /usr/lib/smlnj/bin/.heap/sml.amd64-linux | head -n 1)
mkdir -p "${built%/*}"
ln -sfn /usr/lib/smlnj/lib "$built"
sml "$1/run.sml"
rm -r /build
test -s run.amd64-linux
