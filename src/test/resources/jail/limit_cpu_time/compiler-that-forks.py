# attacks: 153
# profile: compile
# limits: cpu=500ms wall=20s processes=256 memory=512MiB
# expect: processLimitHit
import os

while True:
    try:
        os.fork()
    except OSError:
        pass
