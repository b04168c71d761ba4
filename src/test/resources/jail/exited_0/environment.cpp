// attacks: 130: whatever else is there is printed
#include <iostream>
#include <set>
#include <string>

extern char **environ;

int main()
{
    const std::set<std::string> allowed{"PATH", "HOME", "TMPDIR", "LANG", "CANARY_FILE", "CANARY_PORT", "ASAN_OPTIONS"};
    for (char **variable = environ; *variable; variable++) {
        std::string name(*variable);
        if (!allowed.count(name.substr(0, name.find('=')))) {
            std::cout << name << '\n';
        }
    }
    std::cout << "held" << std::endl;
}
