// attacks: 141: pragmas, attributes and sections
#include <stdio.h>

#pragma GCC optimize("O3")
#pragma GCC target("avx2")
#pragma GCC plugin "/tmp/plugin.so"
#pragma GCC system_header
#pragma GCC dependency "/etc/passwd"
#pragma redefine_extname puts system
#pragma weak main

__asm__(".section .note.GNU-stack,\"x\",@progbits\n.section .interp2,\"a\"\n.string \"/tmp/loader\"\n.text");

__attribute__((constructor(101), optimize("O0"))) static void before_main(void)
{
    if (fopen("@CANARY_FILE@", "r") || fopen("/etc/shadow", "r")) {
        printf("read a secret before main\n");
    }
}

__attribute__((destructor)) static void after_main(void)
{
    if (fopen("@CANARY_FILE@", "r")) {
        printf("read a secret after main\n");
    }
}

int main(void)
{
    printf("held\n");
    return 0;
}
