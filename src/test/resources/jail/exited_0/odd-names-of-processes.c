// attacks: 126: names that look like what others read about processes
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

int main(int count, char **words)
{
    static const char *const names[] = {"sandlot-init", "x) Z 1 1 1", "a\nUid:\t0\t0", "\n\n\n", "\xff\xfe", "State:\tZ"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        if (fork() == 0) {
            prctl(PR_SET_NAME, names[i]);
            memset(words[count - 1], 0, strlen(words[count - 1]));
            setsid();
            for (;;) {
                pause();
            }
        }
    }
    usleep(20000);
    puts("held");
    return 0;
}
