@echo off
rem Each is a program of its own.
call second.bat
