# attacks: 60: one line here, one there, for ever
# terminal: too
# limits: output=64KiB wall=20s
# expect: stdoutBytes<=65536 stderrBytes<=65536
import sys

while True:
    print("more and more", flush=True)
    print("more and more", file=sys.stderr)
