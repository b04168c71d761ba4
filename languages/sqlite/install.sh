#!/bin/sh
# The formatter.
set -eu

cp "$1/format.mjs" .
