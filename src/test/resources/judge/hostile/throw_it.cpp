#include <iostream>
#include <stdexcept>
#include <string>

int main() {
    std::string data;
    std::getline(std::cin, data);
    if (data != "ping") throw std::runtime_error(data);
    std::cout << "pong\n";
}
