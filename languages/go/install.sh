#!/bin/sh
# Compiles the standard library once: a build then takes a quarter of a second instead of six. The variables must be
# those of language.yaml, since they are part of the cache's keys. The jail can't write to the cache, and needn't.
set -eu

# Without this the go command starts a process that counts its own use.
mkdir -p config/go/telemetry
echo off >config/go/telemetry/mode
export XDG_CONFIG_HOME=/opt/go/config GO111MODULE=auto CGO_ENABLED=0 GOTOOLCHAIN=local GOFLAGS=-buildvcs=false \
    GOCACHE=/opt/go/cache GOPATH=/tmp/go GOPROXY=off

go build std
work=$(mktemp -d)
cp "$1/hello.go" "$work/main.go"
cd "$work"
go build -ldflags='-s -w' -o main .
./main
rm -r "$work"
