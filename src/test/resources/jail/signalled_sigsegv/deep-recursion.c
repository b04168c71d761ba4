// attacks: 50: the stack ends
// limits: memory=256MiB cpu=5s wall=20s
#include <stdio.h>

static int depth(int level)
{
    volatile char ballast[4096];
    ballast[level % sizeof ballast] = (char)level;
    return depth(level + 1) + ballast[0];
}

int main(void)
{
    printf("%d\n", depth(0));
    return 0;
}
