#!/bin/sh
# Puts what starts a program in its place. The indexes of the help, which the root has none of, are looked for at every start.
set -eu
install -m 0755 "$1/run" run
cp "$1/run.lisp" .
for index in /usr/share/doc/maxima/info/maxima-index.lisp /usr/share/info/maxima-index-html.lisp; do
    mkdir -p "${index%/*}"
    : >"$index"
done
