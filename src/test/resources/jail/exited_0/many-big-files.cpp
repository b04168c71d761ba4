// attacks: 76: 16 MB each, until no space is left
// limits: memory=256MiB cpu=5s wall=20s fileSize=16MiB
// expect: !memoryLimitHit
#include <fstream>
#include <iostream>
#include <string>

static bool fills(const std::string &folder)
{
    const std::string block(16000000, 'x');
    for (int i = 0; i < 30; i++) {
        std::ofstream file(folder + "/big" + std::to_string(i), std::ios::binary);
        if (!(file << block << std::flush)) {
            return true;
        }
    }
    return false;
}

int main()
{
    std::cout << (fills("/work") && fills("/tmp") && fills("/dev/shm") ? "held" : "never got full") << std::endl;
}
