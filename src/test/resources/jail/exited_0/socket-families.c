// attacks: 105, 106
#include <errno.h>
#include <stdio.h>
#include <sys/socket.h>

int main(void)
{
    for (int family = 0; family <= 64; family++) {
        for (int type = 1; type <= 5; type++) {
            for (int protocol = 0; protocol <= 22; protocol++) {
                int allowed = family == AF_UNIX || family == AF_INET || family == AF_INET6
                              || (family == AF_NETLINK && protocol == 0);
                if (!allowed && socket(family, type, protocol) >= 0) {
                    printf("family %d, type %d, protocol %d\n", family, type, protocol);
                }
            }
        }
    }
    if (socket(AF_INET, SOCK_RAW, 1) >= 0) {
        puts("raw socket");
    }
    puts("held");
    return 0;
}
