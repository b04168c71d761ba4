#!/bin/sh
# Puts what starts a program in its place, and saves an image with run.st in it.
set -eu
install -m 0755 "$1/run" run
echo "ObjectMemory snapshot: '/opt/smalltalk/gst.im'" | cat "$1/run.st" - >snapshot.st
gst --no-user-files snapshot.st
rm snapshot.st
test -s gst.im
