." before" cr
1 0 /
