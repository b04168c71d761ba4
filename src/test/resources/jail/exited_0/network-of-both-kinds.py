# attacks: 104: IPv6, broadcast, names, and every port of the loopback that answers
# limits: cpu=5s wall=20s
import os
import socket

for family, address in ((socket.AF_INET6, ("::1", int(os.environ["CANARY_PORT"]))), (socket.AF_INET6, ("2606:4700:4700::1111", 53)),
                        (socket.AF_INET6, ("fe80::1", 80)), (socket.AF_INET, ("10.0.0.1", 80)), (socket.AF_INET, ("172.17.0.1", 8080)),
                        (socket.AF_INET, ("192.168.0.1", 80)), (socket.AF_INET, ("169.254.169.254", 80)), (socket.AF_INET, ("0.0.0.0", 8080))):
    client = socket.socket(family, socket.SOCK_STREAM)
    client.settimeout(1)
    try:
        client.connect(address)
        print("reached", address)
    except OSError:
        pass
    client.close()
for port in (22, 25, 53, 80, 443, 2375, 3306, 5432, 5672, 6379, 8080, 9090, 11211, 27017, int(os.environ["CANARY_PORT"])):
    with socket.socket() as client:
        if client.connect_ex(("127.0.0.1", port)) == 0:
            print("port", port, "answers")
udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
for address in (("255.255.255.255", 9), ("224.0.0.1", 9), ("8.8.8.8", 53)):
    try:
        udp.sendto(b"x", address)
        print("sent to", address)
    except OSError:
        pass
for name in ("localhost.localdomain.example", "metadata.google.internal", "sandlot"):
    try:
        socket.getaddrinfo(name, 80)
        print("resolved", name)
    except OSError:
        pass
sockets = []
try:
    while len(sockets) < 40000:
        sockets.append(socket.create_server(("127.0.0.1", 0)))
    print("40,000 ports")
except OSError:
    pass
print("held")
