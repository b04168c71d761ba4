# attacks: 16: the stack is memory too
# or: limit_memory limit_cpu_time
# limits: memory=128MiB cpu=5s wall=20s
depth() { depth; }
depth
