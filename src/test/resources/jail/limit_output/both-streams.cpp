// attacks: 60: one line here, one there, for ever
// terminal: too
// limits: output=64KiB wall=20s
// expect: stdoutBytes<=65536 stderrBytes<=65536
#include <iostream>

int main()
{
    for (;;) {
        std::cout << "more and more\n" << std::flush;
        std::cerr << "more and more\n";
    }
}
