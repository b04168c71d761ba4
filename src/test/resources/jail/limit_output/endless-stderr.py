# attacks: 60
# terminal: too
# limits: output=64KiB
# expect: errorsTruncated !outputTruncated stderrBytes=65536 stdoutBytes=0
import os

while True:
    os.write(2, b"x" * 10000)
