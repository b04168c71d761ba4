data = input()
if data != "ping":
    raise type(data, (Exception,), {})(data)
print("pong")
