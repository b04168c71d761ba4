print --no-newline (open --raw test.txt)
