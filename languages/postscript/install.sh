#!/bin/sh
# The program that starts programs.
set -eu

cp "$1/run.ps" .
