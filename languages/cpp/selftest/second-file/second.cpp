#include "second.hpp"

std::string second() {
    return "from the second file";
}
