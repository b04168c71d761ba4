# attacks: 13: would end beyond its limit
# limits: cpu=600ms wall=20s
import time

while time.process_time() < 0.8 * @TIME_FACTOR@:
    pass
print("held")
