# attacks: 16: the stack is memory too
# limits: memory=256MiB cpu=5s wall=20s
def depth(level) = depth(level + 1) + 1

puts depth(0)
