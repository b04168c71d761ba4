#!/bin/sh
# Gives the compiler for this processor a name that doesn't hold the processor.
set -eu

for tsc in /opt/typescript/node_modules/@typescript/typescript-linux-*/lib/tsc; do
    ln -sf "$tsc" tsc
done
./tsc --version
