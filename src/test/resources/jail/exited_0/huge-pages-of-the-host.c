// attacks: 37: pages that the host keeps apart are not for taking
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/mman.h>

int main(void)
{
    if (mmap(NULL, 2 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB, -1, 0) != MAP_FAILED) {
        puts("a huge page");
    }
    if (mmap(NULL, 1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB | (30 << MAP_HUGE_SHIFT), -1, 0) != MAP_FAILED) {
        puts("a gigantic page");
    }
    if (memfd_create("x", MFD_HUGETLB) >= 0) {
        puts("a file of huge pages");
    }
    puts("held");
    return 0;
}
