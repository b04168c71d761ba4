@echo off
echo Hello, World!
for /l %%n in (1,1,5) do (
    set /a square = %%n * %%n
    call echo %%n squared is %%square%%
)
