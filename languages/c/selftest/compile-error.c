#include <stdio.h>

int main(void) {
    int unused;
    puts(undeclared); /* WRONG */
    return 0;
}
