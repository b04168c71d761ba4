# attacks: 2
# limits: wall=400ms
# expect: wall>=400ms wall<=550ms cpu<=150ms
import time

while True:
    time.sleep(3600)
