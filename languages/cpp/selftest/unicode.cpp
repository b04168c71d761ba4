#include <iostream>
#include <string>

int main() {
    std::string line;
    std::getline(std::cin, line);
    std::cout << "äöü ∀ 日本 🎉\n" << line << '\n';
}
