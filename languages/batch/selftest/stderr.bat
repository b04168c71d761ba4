@echo off
echo out
echo err>&2
