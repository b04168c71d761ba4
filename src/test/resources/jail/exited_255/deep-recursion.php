<?php
// attacks: 16: the stack is memory too
// or: limit_memory signalled_sigsegv
// limits: memory=256MiB cpu=5s wall=20s
function depth(int $level): int
{
    return depth($level + 1) + 1;
}

echo depth(0);
