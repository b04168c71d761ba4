import sys

echo out
print("err", file=sys.stderr)
