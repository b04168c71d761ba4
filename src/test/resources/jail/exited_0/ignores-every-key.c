// attacks: 9, 73: the keys that interrupt, quit and stop; it goes on
// terminal: only
// stdin: a\003\034\032\023\021b\n
// limits: wall=5s
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    signal(SIGINT, SIG_IGN);
    signal(SIGQUIT, SIG_IGN);
    signal(SIGTSTP, SIG_IGN);
    while (getchar() != EOF) {
    }
    puts("held");
    return 0;
}
