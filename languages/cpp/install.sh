#!/bin/sh
# Precompiles the headers that cost most, for each standard that people pick most. The flags must be those of
# language.yaml; g++ passes over a precompiled header that doesn't fit and reads the plain one.
set -eu

for header in bits/stdc++.h iostream; do
    mkdir -p "$header.gch"
    echo "#include <$header>" >/tmp/all.h
    for standard in gnu++17 gnu++20 gnu++23; do
        g++ -std=$standard -O2 -Wall -Wextra -pthread -x c++-header -o "$header.gch/$standard" /tmp/all.h
    done
done
