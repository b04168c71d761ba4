@echo off
setlocal EnableDelayedExpansion
for /f "delims=" %%l in ('more') do (
    if defined sum (
        echo %%l
    ) else (
        for /f "tokens=1,2" %%a in ("%%l") do set /a sum = %%a + %%b
        echo !sum!
    )
)
