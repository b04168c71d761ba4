#include <iostream>
#include <string>

int main()
{
    int a, b;
    std::cin >> a >> b >> std::ws;
    std::cout << a + b << '\n';
    for (std::string line; std::getline(std::cin, line);)
        std::cout << line << '\n';
}
