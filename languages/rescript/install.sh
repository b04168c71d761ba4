#!/bin/sh
# Gives the compiler names that don't hold the processor, and puts what starts it in its place.
set -eu
ln -s "$PWD/node_modules/@rescript/linux-x64/bin/rescript.exe" rescript
ln -s "$PWD/node_modules/@rescript/linux-x64/bin/bsc.exe" bsc
install -m 0755 "$1/compile" compile
cp "$1/rescript.json" "$1/package.json" .
./bsc -v
