// attacks: 40
// limits: processes=20
// expect: processLimitHit
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int children = 0; children < 1000; children++) {
        pid_t child = fork();
        if (child == 0) {
            for (;;) {
                pause();
            }
        }
        if (child < 0) {
            fprintf(stderr, "%d children\n", children);
            puts(errno == EAGAIN && children < 20 ? "held" : "too many");
            return 0;
        }
    }
    puts("no limit");
    return 0;
}
