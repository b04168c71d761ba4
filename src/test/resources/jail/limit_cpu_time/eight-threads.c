// attacks: 4: one processor's worth, however many there are
// limits: cpu=500ms wall=20s
// expect: cpu>=500ms cpu<=900ms wall>=400ms
#include <pthread.h>
#include <stddef.h>

static void *spin(void *unused)
{
    for (volatile unsigned i = 0;; i++) {
    }
    return unused;
}

int main(void)
{
    pthread_t threads[8];
    for (int i = 0; i < 8; i++) {
        pthread_create(&threads[i], NULL, spin, NULL);
    }
    pthread_join(threads[0], NULL);
    return 0;
}
