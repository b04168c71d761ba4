// attacks: 64
// terminal: too
// stdin: one\ntwo\n
// expect: stdout=8
#include <iostream>
#include <iterator>

int main()
{
    std::istreambuf_iterator<char> input(std::cin), end;
    auto count = std::distance(input, end);
    std::cout << count << std::endl;
}
