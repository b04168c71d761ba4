#!/bin/sh
# Gives the formatter a name that doesn't hold its version.
set -eu

mv python/ruff-*.data/scripts/ruff .
chmod 0755 ruff
rm -r python
./ruff --version
