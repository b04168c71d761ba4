// attacks: 134: whether a file is there is a question too, and what it holds goes into the program
#include <stdio.h>

__asm__(".section .rodata\nincluded: .incbin \"/etc/passwd\"\n.byte 0\n.text");
extern const char included[];

int main(void)
{
#if __has_include("@CANARY_FILE@")
    puts("the canary");
#endif
#if __has_include("/etc/shadow-") || __has_include("/etc/sandlot/jail.conf") || __has_include("/var/lib/sandlot/data")
    puts("files of the host");
#endif
#ifdef __has_embed
#if __has_embed("@CANARY_FILE@") == __STDC_EMBED_FOUND__
    puts("the canary, to embed");
#endif
#endif
    FILE *own = fopen("/etc/passwd", "r");
    for (const char *byte = included; own && *byte; byte++) {
        if (fgetc(own) != *byte) {
            puts("another /etc/passwd than the jail's");
            break;
        }
    }
    puts("held");
    return 0;
}
