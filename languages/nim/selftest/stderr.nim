echo "out"
stderr.writeLine "err"
