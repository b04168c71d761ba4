#!/bin/sh
# Compiles the modules that programs import from C once; jails find them here and can't change them.
set -eu

work=$(mktemp -d)
printf 'import Foundation\nimport Dispatch\nimport Synchronization\nprint(Date())\n' >"$work/main.swift"
cd "$work"
for flags in "-O" "-Onone" "-Ounchecked" "-O -swift-version 6"; do
    # shellcheck disable=SC2086 # words
    swiftc $flags -module-name main -module-cache-path /opt/swift/modules -o main main.swift
done
chmod -R a+rX /opt/swift/modules
