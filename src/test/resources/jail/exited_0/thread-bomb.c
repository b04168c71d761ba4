// attacks: 42
// limits: processes=20
// expect: processLimitHit
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *wait_forever(void *unused)
{
    for (;;) {
        pause();
    }
}

int main(void)
{
    for (int threads = 0; threads < 1000; threads++) {
        pthread_t thread;
        int error = pthread_create(&thread, NULL, wait_forever, NULL);
        if (error != 0) {
            fprintf(stderr, "%d threads\n", threads);
            puts(error == EAGAIN && threads < 20 ? "held" : "too many");
            return 0;
        }
    }
    puts("no limit");
    return 0;
}
