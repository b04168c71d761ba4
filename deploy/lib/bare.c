// The bare program, for deploy/bench: starts a program again and again and says how long each took, from the start to the
// end of its output and its exit. Reads lines "COUNT PROGRAM [ARGUMENT]", answers each with a line of microseconds.
// Descriptor 3 is the program's standard input.
#define _GNU_SOURCE
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static long now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static long run_once(char *argv[])
{
    char *environment[] = {"PATH=/usr/bin:/bin", "HOME=/tmp", "LANG=C.UTF-8", NULL};
    char output[4096];
    posix_spawn_file_actions_t actions;
    int ends[2], status;
    pid_t pid;
    long start = now_us();

    if (pipe2(ends, 0))
        fail("pipe2");
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, 3, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    if (posix_spawn(&pid, argv[0], &actions, NULL, argv, environment))
        fail(argv[0]);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    while (read(ends[0], output, sizeof output) > 0)
        ;
    close(ends[0]);
    if (waitpid(pid, &status, 0) != pid || status != 0) {
        fprintf(stderr, "%s ended with status %d\n", argv[0], status);
        exit(1);
    }
    return now_us() - start;
}

int main(void)
{
    char line[512], program[256], argument[256];
    int count;

    while (fgets(line, sizeof line, stdin)) {
        int words = sscanf(line, "%d %255s %255s", &count, program, argument);
        char *argv[] = {program, words == 3 ? argument : NULL, NULL};
        if (words < 2) {
            fprintf(stderr, "not understood: %s", line);
            return 1;
        }
        while (count-- > 0)
            printf("%ld ", run_once(argv));
        printf("\n");
        fflush(stdout);
    }
    return 0;
}
