@echo off
set /p name=Name? 
echo Hello, %name%
