Disp "before"
Disp 1)) # WRONG
