#!/bin/sh
# analyse FILE…: the design whose top is the entity main, of all files in the order that they need each other.
set -eu

/usr/bin/ghdl -i --std=08 "$@"
exec /usr/bin/ghdl -m --std=08 main
