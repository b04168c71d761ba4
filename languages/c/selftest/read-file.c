#include <stdio.h>

int main(void) {
    FILE *file = fopen("test.txt", "r");
    if (!file) {
        perror("test.txt");
        return 1;
    }
    for (int c = getc(file); c != EOF; c = getc(file)) {
        putchar(c);
    }
    return fclose(file);
}
