// attacks: 104, 106: the routing table knows the loopback alone, and takes no orders
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <ifaddrs.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static int answer_to(int type, int flags)
{
    struct {
        struct nlmsghdr header;
        struct ifinfomsg about;
        char space[4096];
    } request = {.header = {NLMSG_LENGTH(sizeof(struct ifinfomsg)), (unsigned short)type, (unsigned short)(NLM_F_REQUEST | NLM_F_ACK | flags), 1, 0},
                 .about = {.ifi_index = 1}};
    int routes = socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE);
    if (routes < 0 || send(routes, &request, request.header.nlmsg_len, 0) < 0 || recv(routes, &request, sizeof request, 0) < 0) {
        close(routes);
        return -1;
    }
    close(routes);
    struct nlmsgerr *error = NLMSG_DATA(&request.header);
    return request.header.nlmsg_type == NLMSG_ERROR ? error->error : 1;
}

int main(void)
{
    struct ifaddrs *all = NULL;
    getifaddrs(&all);
    for (struct ifaddrs *one = all; one; one = one->ifa_next) {
        if (strcmp(one->ifa_name, "lo") != 0) {
            puts(one->ifa_name);
        }
    }
    static const int orders[] = {RTM_NEWLINK, RTM_SETLINK, RTM_DELLINK, RTM_NEWADDR, RTM_NEWROUTE, RTM_NEWRULE, RTM_NEWQDISC, RTM_NEWTFILTER, RTM_NEWNEIGH, RTM_NEWNSID};
    for (unsigned i = 0; i < sizeof orders / sizeof *orders; i++) {
        if (answer_to(orders[i], NLM_F_CREATE) >= 0) {
            printf("order %d was taken\n", orders[i]);
        }
    }
    struct ifreq request = {.ifr_name = "lo"};
    int socket_of_lo = socket(AF_INET, SOCK_DGRAM, 0);
    if (ioctl(socket_of_lo, SIOCSIFFLAGS, &request) == 0 || ioctl(socket_of_lo, SIOCSIFADDR, &request) == 0 || ioctl(socket_of_lo, SIOCSIFNAME, &request) == 0) {
        puts("the loopback was changed");
    }
    puts("held");
    return 0;
}
