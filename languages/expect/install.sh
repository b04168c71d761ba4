#!/bin/sh
# The formatter, compiled for a quick start.
set -eu

python3 -m compileall -q python
