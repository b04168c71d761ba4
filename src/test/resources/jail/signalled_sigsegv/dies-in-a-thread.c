// attacks: 50: the whole program ends of one thread's fault
#include <pthread.h>
#include <unistd.h>

static void *die(void *unused)
{
    *(volatile int *)8 = 1;
    return unused;
}

int main(void)
{
    pthread_t thread;
    pthread_create(&thread, NULL, die, NULL);
    for (;;) {
        pause();
    }
}
