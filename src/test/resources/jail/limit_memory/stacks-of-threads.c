// attacks: 16
// limits: memory=64MiB cpu=5s wall=20s processes=16
// expect: memoryLimitHit
#include <pthread.h>
#include <unistd.h>

static void *fill(void *unused)
{
    volatile char stack[15 << 20];
    for (unsigned i = 0; i < sizeof stack; i += 4096) {
        stack[i] = 1;
    }
    pause();
    return unused;
}

int main(void)
{
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 16 << 20);
    for (int i = 0; i < 10; i++) {
        pthread_t thread;
        pthread_create(&thread, &attributes, fill, NULL);
    }
    pause();
    return 0;
}
