#include "second.hpp"
#include <iostream>

int main() {
    std::cout << second() << '\n';
}
