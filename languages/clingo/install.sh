#!/bin/sh
# Puts the two halves of clingo in their places.
set -eu
install -m 0755 "$1/ground" "$1/solve" .
