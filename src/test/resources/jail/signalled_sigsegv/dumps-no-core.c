// attacks: 102
// collect: *
// expect: files=1
#include <sys/prctl.h>
#include <sys/resource.h>

int main(void)
{
    setrlimit(RLIMIT_CORE, &(struct rlimit){RLIM_INFINITY, RLIM_INFINITY});
    prctl(PR_SET_DUMPABLE, 1);
    *(volatile int *)8 = 1;
    return 0;
}
