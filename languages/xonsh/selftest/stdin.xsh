import sys

a, b = map(int, input().split())
print(a + b)
sys.stdout.write(sys.stdin.read())
