#!/bin/sh
# Puts run.lisp in its place.
set -eu
cp "$1/run.lisp" .
