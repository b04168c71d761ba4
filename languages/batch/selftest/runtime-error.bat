@echo off
echo before
type no-such-file || exit 1
