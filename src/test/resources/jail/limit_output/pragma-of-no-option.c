// attacks: 137, 141, 142: an option that a pragma can't give is told anew wherever it would hold
// or: exited_0 exited_1
// step: compile
// limits: cpu=5s wall=20s output=64KiB
// expect: stderrBytes<=65536
#pragma GCC optimize("O3", "fplugin=/tmp/plugin.so", "specs=/tmp/specs")
#pragma GCC target("avx2")
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    return 0;
}
