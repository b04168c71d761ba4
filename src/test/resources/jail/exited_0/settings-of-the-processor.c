// attacks: 118, 128: counters, speculation, shadow stacks, core scheduling
// limits: processes=16
#define _GNU_SOURCE
#include <cpuid.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static void must_fail(long result, const char *what)
{
    if (result >= 0) {
        puts(what);
    }
}

// Whether a child that does this dies of it.
static int is_fatal(void (*act)(void))
{
    int status = 0;
    if (fork() == 0) {
        act();
        _exit(0);
    }
    wait(&status);
    return WIFSIGNALED(status);
}

static void read_counter(void)
{
    unsigned low, high;
    __asm__ volatile("rdpmc" : "=a"(low), "=d"(high) : "c"(0));
}

static void read_register(void)
{
    unsigned low, high;
    __asm__ volatile("rdmsr" : "=a"(low), "=d"(high) : "c"(0x10));
}

static void halt(void)
{
    __asm__ volatile("hlt");
}

static void forbid_interrupts(void)
{
    __asm__ volatile("cli");
}

static void write_to_a_port(void)
{
    __asm__ volatile("outb %%al, $0x80" : : "a"(0));
}

int main(void)
{
    unsigned a, b, c, d;
    if (!__get_cpuid(0, &a, &b, &c, &d) || __builtin_ia32_rdtsc() == 0) {
        puts("the page says that these can be read");
    }
    static void (*const acts[])(void) = {read_counter, read_register, halt, forbid_interrupts, write_to_a_port};
    for (unsigned i = 0; i < sizeof acts / sizeof *acts; i++) {
        if (!is_fatal(acts[i])) {
            printf("instruction %u did something\n", i);
        }
    }
    must_fail(personality(READ_IMPLIES_EXEC), "memory that can be run");
    must_fail(personality(ADDR_NO_RANDOMIZE), "addresses that are known");
    must_fail(prctl(PR_SET_TSC, PR_TSC_SIGSEGV, 0, 0, 0), "no clock");
    must_fail(prctl(62, 1, 0, 0, 0), "core scheduling");
    must_fail(prctl(67, 1, 0, 0, 0), "merged memory");
    must_fail(madvise(mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0), 4096, MADV_MERGEABLE), "a merged page");
    must_fail(syscall(SYS_perf_event_open, 0, 0, -1, -1, 0), "counters");
    if (access("/sys/devices/system/cpu", F_OK) == 0) {
        puts("/sys");
    }
    puts("held");
    return 0;
}
