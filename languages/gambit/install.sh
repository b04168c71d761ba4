#!/bin/sh
# Puts run.scm in its place.
set -eu
cp "$1/run.scm" .
