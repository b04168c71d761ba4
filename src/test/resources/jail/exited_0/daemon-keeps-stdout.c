// attacks: 45: the job ends with its main program, whoever holds its output
// terminal: too
// limits: wall=5s
// expect: stdout=held wall<=2s
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    puts("held");
    fflush(stdout);
    if (fork() == 0) {
        setsid();
        for (;;) {
            pause();
        }
    }
    return 0;
}
