// attacks: 100, 152: its daemon is dead before anything is collected
// profile: compile
// collect: out
// expect: files<=1
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    FILE *file = fopen("out", "w");
    fputs("honest", file);
    fclose(file);
    if (fork() == 0) {
        setsid();
        for (;;) {
            unlink("out");
            symlink("/etc/passwd", "out");
            unlink("out");
            FILE *again = fopen("out", "w");
            fclose(again);
        }
    }
    puts("held");
    return 0;
}
