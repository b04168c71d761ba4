# attacks: 16
# limits: memory=64MiB cpu=5s wall=20s
# expect: memoryLimitHit
hoard = []
while True:
    hoard.append(bytearray(1 << 20))
