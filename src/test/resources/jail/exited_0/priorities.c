// attacks: 58
#define _GNU_SOURCE
#include <sched.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    if (setpriority(PRIO_PROCESS, 0, -20) == 0) {
        puts("nice");
    }
    if (sched_setscheduler(0, SCHED_RR, &(struct sched_param){50}) == 0
        || sched_setscheduler(0, SCHED_FIFO, &(struct sched_param){1}) == 0) {
        puts("real time");
    }
    if (syscall(SYS_ioprio_set, 1, 0, 1 << 13) == 0) {
        puts("real-time disk");
    }
    if (setrlimit(RLIMIT_NICE, &(struct rlimit){40, 40}) == 0) {
        puts("limit of nice");
    }
    puts("held");
    return 0;
}
