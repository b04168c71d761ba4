# attacks: 13: ends within its limit
# limits: cpu=600ms wall=20s
import time

while time.process_time() < 0.4:
    pass
print("held")
