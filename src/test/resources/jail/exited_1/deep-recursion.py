# attacks: 16: the stack is memory too
# or: signalled_sigsegv limit_memory
# limits: memory=256MiB cpu=5s wall=20s
import sys

sys.setrecursionlimit(1 << 30)


def depth(level):
    return depth(level + 1) + 1


print(depth(0))
