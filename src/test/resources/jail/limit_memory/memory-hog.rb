# attacks: 16
# limits: memory=64MiB cpu=5s wall=20s
# expect: memoryLimitHit
hoard = []
loop { hoard << "x" * (1 << 20) }
