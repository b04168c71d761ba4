say "before";
say $undeclared; # WRONG
