say "before"
say "no end /* WRONG */
