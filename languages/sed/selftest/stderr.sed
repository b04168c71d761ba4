s/.*/out/p
s/.*/err/w /dev/stderr
d
