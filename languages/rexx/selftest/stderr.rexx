say "out"
call lineout "<stderr>", "err"
