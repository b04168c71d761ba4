# attacks: 64
# terminal: too
# stdin: one\ntwo\n
# expect: stdout=8
import sys

print(len(sys.stdin.read()))
