// attacks: 16
// limits: memory=64MiB cpu=5s wall=20s
// expect: memoryLimitHit
#include <string>
#include <vector>

int main()
{
    std::vector<std::string> hoard;
    for (;;) {
        hoard.emplace_back(1 << 20, 'x');
    }
}
