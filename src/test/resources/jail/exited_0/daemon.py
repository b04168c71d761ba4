# attacks: 44: its daemon dies with it and says nothing more
# terminal: too
# expect: stdout=held
import os
import time

if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        time.sleep(0.2)
        os.write(1, b"still here\n")
        time.sleep(600)
    os._exit(0)
print("held")
