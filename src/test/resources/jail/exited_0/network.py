# attacks: 104
# limits: wall=10s
import os
import socket

server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
peer, _ = server.accept()
client.sendall(b"inside")
if peer.recv(10) != b"inside":
    print("no loopback inside")
for address in (("127.0.0.1", int(os.environ["CANARY_PORT"])), ("1.1.1.1", 53), ("169.254.169.254", 80), ("8.8.8.8", 443)):
    try:
        socket.create_connection(address, timeout=1)
        print("reached", address)
    except OSError:
        pass
try:
    socket.getaddrinfo("example.com", 80)
    print("resolved a name")
except OSError:
    pass
if [name for _, name in socket.if_nameindex()] != ["lo"]:
    print(socket.if_nameindex())
print("held")
