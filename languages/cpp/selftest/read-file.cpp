#include <fstream>
#include <iostream>

int main() {
    std::ifstream file("test.txt");
    std::cout << file.rdbuf();
}
