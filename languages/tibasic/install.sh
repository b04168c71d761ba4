#!/bin/sh
# The program that starts programs, and all of it compiled for a quick start.
set -eu

cp "$1/run.py" .
python3 -m compileall -q python
