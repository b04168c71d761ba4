@echo off
:next
if "%1"=="" exit /b
echo %1
shift
goto next
