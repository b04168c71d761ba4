// attacks: 13: ends within its limit
// limits: cpu=600ms wall=20s
#include <cstdio>
#include <ctime>

int main()
{
    while (std::clock() < 0.4 * CLOCKS_PER_SEC) {
    }
    std::puts("held");
}
