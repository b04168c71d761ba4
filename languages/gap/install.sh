#!/bin/sh
# Puts what starts a program in its place and saves GAP as it is once its library is loaded.
set -eu
install -m 0755 "$1/run" run
cp "$1/run.g" .
echo 'SaveWorkspace("/opt/gap/workspace");' | gap -q -A
test -s workspace
