# attacks: 22: a limit that no interpreter fits into
# limits: memory=1MiB
# expect: memoryLimitHit
print("unlikely")
