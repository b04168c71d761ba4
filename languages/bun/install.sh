#!/bin/sh
# Gives the program a name that doesn't hold the processor. The package is the one for every x86-64 processor: the other needs AVX2, and ends
# where there is none.
set -eu
mv node_modules/@oven/bun-linux-x64-baseline/bin/bun bun
rm -r node_modules/@oven
chmod 0755 bun
./bun --version
