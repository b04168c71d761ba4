import sys

with open("test.txt") as text:
    sys.stdout.write(text.read())
