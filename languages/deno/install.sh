#!/bin/sh
# Gives the program for this processor a name that doesn't hold the processor; the package's own start would look for it each time.
set -eu
ln -s "$PWD"/node_modules/@deno/linux-*/deno deno
./deno --version
