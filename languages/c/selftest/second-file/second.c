#include "second.h"

const char *second(void) {
    return "from the second file";
}
