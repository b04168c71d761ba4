#!/bin/sh
# Compiles start.erl, which starts a user's module.
set -eu

erlc "$1/start.erl"
