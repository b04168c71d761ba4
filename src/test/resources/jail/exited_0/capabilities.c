// attacks: 122: asks for every one of them in every way
#define _GNU_SOURCE
#include <grp.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <stdio.h>
#include <sys/fsuid.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static void must_fail(long result, const char *what)
{
    if (result >= 0) {
        puts(what);
    }
}

int main(void)
{
    struct __user_cap_header_struct header = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct data[2] = {{0, 0, 0}, {0, 0, 0}};
    syscall(SYS_capget, &header, data);
    for (int word = 0; word < 2; word++) {
        if (data[word].effective || data[word].permitted || data[word].inheritable) {
            puts("has a capability");
        }
    }
    for (int capability = 0; capability < 64; capability++) {
        if (prctl(PR_CAPBSET_READ, capability, 0, 0, 0) == 1) {
            printf("may get capability %d\n", capability);
        }
        must_fail(prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0), "an ambient capability");
    }
    data[0] = (struct __user_cap_data_struct){~0u, ~0u, ~0u};
    must_fail(syscall(SYS_capset, &header, data), "all capabilities");
    must_fail(prctl(PR_SET_SECUREBITS, SECBIT_NOROOT, 0, 0, 0), "secure bits");
    must_fail(prctl(PR_SET_KEEPCAPS, 1, 0, 0, 0) == 0 && setuid(0) == 0 ? 0 : -1, "root");
    must_fail(setresuid(0, 0, 0), "root in three ways");
    must_fail(setresgid(0, 0, 0), "root's group");
    must_fail(setreuid(65534, 65534), "nobody");
    must_fail(setegid(1001), "another group");
    must_fail(setgroups(0, NULL), "no groups");
    setfsuid(0);
    must_fail(setfsuid(0) == 0 ? 0 : -1, "root's files");
    must_fail(prctl(PR_SET_NO_NEW_PRIVS, 0, 0, 0, 0), "new privileges");
    if (prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) != 1 || prctl(PR_GET_SECCOMP) != 2) {
        puts("no filter");
    }
    puts("held");
    return 0;
}
