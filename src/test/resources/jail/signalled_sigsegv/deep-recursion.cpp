// attacks: 50: the stack ends
// limits: memory=256MiB cpu=5s wall=20s
#include <iostream>

static int depth(int level)
{
    volatile char ballast[4096];
    ballast[level % sizeof ballast] = static_cast<char>(level);
    return depth(level + 1) + ballast[0];
}

int main()
{
    std::cout << depth(0) << std::endl;
}
