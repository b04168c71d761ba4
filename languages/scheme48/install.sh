#!/bin/sh
# Saves an image that runs a program, where Scheme 48 would read commands from standard input.
set -eu
scheme48 -a batch <"$1/build.scm"
test -s run.image
