# attacks: 40
# limits: processes=32 cpu=500ms wall=20s memory=256MiB
# expect: processLimitHit
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
