// attacks: 40: children that borrow their parent's memory, and siblings instead of children
// limits: processes=32 cpu=300ms wall=20s
// expect: processLimitHit
#define _GNU_SOURCE
#include <sched.h>
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int main(void)
{
    for (;;) {
        if (vfork() == 0) {
            execl("/proc/self/exe", "main", (char *)NULL);
            _exit(0);
        }
        if (syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0) == 0) {
            for (volatile unsigned i = 0; i < 1000000; i++) {
            }
        }
    }
}
