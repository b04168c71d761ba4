// attacks: 49: asks for more than there can be
#include <vector>

int main()
{
    std::vector<char> block(1ull << 62);
    return block[0];
}
