#include <stdio.h>

/* Euclid's algorithm: the greatest common divisor. */
static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
}

int main(void) {
    printf("Hello, World!\n");
    printf("gcd(84, 36) = %d\n", gcd(84, 36));
    return 0;
}
