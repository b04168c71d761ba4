// attacks: 58: every processor, but no more than the quota
// limits: cpu=500ms wall=20s
// expect: cpu>=490ms cpu<=700ms wall>=400ms
#define _GNU_SOURCE
#include <sched.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    cpu_set_t all;
    memset(&all, 0xff, sizeof all);
    sched_setaffinity(0, sizeof all, &all);
    for (int i = 0; i < 4; i++) {
        fork();
    }
    for (volatile unsigned i = 0;; i++) {
    }
}
