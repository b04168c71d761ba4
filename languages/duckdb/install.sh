#!/bin/sh
# Puts run.js where the packages are.
set -eu

cp "$1/run.js" .
