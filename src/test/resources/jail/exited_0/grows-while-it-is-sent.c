// attacks: 96, 100: writers that never end, in files that were asked for
// profile: compile
// collect: *
// limits: memory=64MiB processes=32 cpu=5s
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 20; i++) {
        if (fork() == 0) {
            char name[16];
            setsid();
            signal(SIGTERM, SIG_IGN);
            snprintf(name, sizeof name, "f%d", i);
            for (int file = open(name, O_RDWR | O_CREAT | O_APPEND, 0600);;) {
                if (write(file, name, sizeof name) < 0 || (i % 3 == 0 && ftruncate(file, 0) != 0)) {
                    _exit(1);
                }
            }
        }
    }
    usleep(20000);
    puts("held");
    return 0;
}
