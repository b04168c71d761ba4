# attacks: 1
# limits: cpu=400ms
# expect: cpu>=390ms cpu<=500ms
while True:
    pass
