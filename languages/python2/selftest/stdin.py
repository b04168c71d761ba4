import sys

print sum(map(int, raw_input().split()))
sys.stdout.write(sys.stdin.read())
