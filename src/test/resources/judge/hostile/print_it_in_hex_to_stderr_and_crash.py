import sys

data = input()
print("pong" if data == "ping" else data[::-1])
sys.stderr.write(data + " " + data.encode().hex())
sys.exit(0 if data == "ping" else ord(data[0]))
