# attacks: 16
# limits: memory=64MiB
# expect: memoryLimitHit
hoard = []
while True:
    hoard.append(bytearray(1 << 20))
