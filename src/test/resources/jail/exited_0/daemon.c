// attacks: 44: its daemon dies with it and says nothing more
// terminal: too
// expect: stdout=held
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (fork() == 0) {
        setsid();
        if (fork() == 0) {
            usleep(200000);
            puts("still here");
            fflush(stdout);
            pause();
        }
        _exit(0);
    }
    puts("held");
    return 0;
}
