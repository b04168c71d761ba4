// attacks: 13: would end beyond its limit
// limits: cpu=600ms wall=20s
#include <cstdio>
#include <ctime>

int main()
{
    while (std::clock() < 0.8 * @TIME_FACTOR@ * CLOCKS_PER_SEC) {
    }
    std::puts("held");
}
