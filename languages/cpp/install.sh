#!/bin/sh
# Precompiles the headers that cost most, for each standard that people pick most. The flags must be those of language.yaml and versions/; g++ passes
# over a precompiled header that doesn't fit and reads the plain one, and clang.sh does so for clang++.
set -eu

standards='gnu++17 gnu++20 gnu++23'
for header in bits/stdc++.h iostream; do
    mkdir -p "$header.gch"
    echo "#include <$header>" >/tmp/all.h
    for standard in $standards; do
        g++ -std="$standard" -O2 -Wall -Wextra -pthread -x c++-header -o "$header.gch/$standard" /tmp/all.h
    done
done

install -m 0755 "$1/clang.sh" clang++
mkdir clang
for standard in $standards; do
    clang++ -std="$standard" -O2 -pthread -fpch-instantiate-templates -x c++-header -o "clang/$standard.pch" /usr/include/*/c++/*/bits/stdc++.h
done
