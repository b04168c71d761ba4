say "out";
note "err";
