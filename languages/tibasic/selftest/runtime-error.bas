Disp "before"
Disp 1/0
