s/.*/before/p
w /dev/full
d
