# attacks: 153
# profile: compile
# limits: memory=256MiB
# expect: memoryLimitHit peak>=240MiB
hoard = []
while True:
    hoard.append(bytearray(1 << 20))
