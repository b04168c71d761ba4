#include <stdio.h>

int main(void) {
    int a, b;
    if (scanf("%d %d ", &a, &b) != 2) {
        return 1;
    }
    printf("%d\n", a + b);
    for (int c = getchar(); c != EOF; c = getchar()) {
        putchar(c);
    }
    return 0;
}
