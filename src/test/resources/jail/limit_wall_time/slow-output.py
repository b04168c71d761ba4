# attacks: 8: output must not wind the clock up again
# limits: wall=700ms
# expect: wall>=690ms wall<=1000ms
import sys
import time

while True:
    sys.stdout.write(".")
    sys.stdout.flush()
    time.sleep(0.1)
