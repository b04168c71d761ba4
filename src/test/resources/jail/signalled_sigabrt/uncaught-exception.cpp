// attacks: 49
#include <stdexcept>

int main()
{
    throw std::runtime_error("nobody catches me");
}
