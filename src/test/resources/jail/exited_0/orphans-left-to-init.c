// attacks: 52: init reaps what the program leaves to it, so their number isn't limited
// limits: processes=16 cpu=2s
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
    int failed = 0;
    for (int i = 0; i < 300; i++) {
        pid_t child = fork();
        if (child == 0) {
            failed = fork() < 0;
            _exit(failed);
        }
        int status = 1;
        waitpid(child, &status, 0);
        failed += child < 0;
    }
    fprintf(stderr, "%d\n", failed);
    puts(failed < 50 ? "held" : "nobody reaps them");
    return 0;
}
