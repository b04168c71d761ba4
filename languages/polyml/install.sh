#!/bin/sh
# Makes run, the compiler with run.sml in it.
set -eu

poly --script "$1/run.sml"
g++ -no-pie -z noexecstack -o run run.o -lpolymain -lpolyml
rm run.o
