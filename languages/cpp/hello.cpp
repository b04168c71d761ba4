#include <iostream>
#include <map>
#include <string>
#include <vector>

int main() {
    std::cout << "Hello, World!\n";

    const std::vector<std::string> words = {"pear", "apple", "pear", "fig"};
    std::map<std::string, int> count;
    for (const auto& word : words) {
        ++count[word];
    }
    for (const auto& [word, times] : count) {
        std::cout << word << ": " << times << '\n';
    }
}
