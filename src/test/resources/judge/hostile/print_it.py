data = input()
print("pong" if data == "ping" else data)
