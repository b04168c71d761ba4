#include <bits/stdc++.h>

int main() {
    int a, b;
    std::cin >> a >> b >> std::ws;
    std::cout << a + b << '\n' << std::cin.rdbuf();
}
