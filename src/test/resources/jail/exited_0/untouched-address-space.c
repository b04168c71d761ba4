// attacks: 17
// expect: !memoryLimitHit peak<=16MiB
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    char *block = malloc(100ull << 30);
    fprintf(stderr, "%s\n", block == NULL ? "refused" : "promised");
    puts("held");
    return 0;
}
