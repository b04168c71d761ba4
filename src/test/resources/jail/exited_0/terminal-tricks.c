// attacks: 73, 82: types into its terminal, takes another, hangs it up, makes it a console
// terminal: only
// stdin: open
// limits: wall=5s
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static void must_fail(long result, const char *what)
{
    if (result >= 0) {
        puts(what);
    }
}

int main(void)
{
    char name[64];
    struct termios settings;
    must_fail(ioctl(0, TIOCSTI, "x"), "typed");
    must_fail(ioctl(0, TIOCLINUX, &(char){3}), "a virtual console");
    must_fail(ioctl(0, TIOCCONS), "the console");
    must_fail(ioctl(0, TIOCVHANGUP), "hung up");
    must_fail(ioctl(0, TIOCSPTLCK, &(int){1}), "locked");
    must_fail(ioctl(0, TIOCGPTPEER, O_RDWR), "the other end");
    must_fail(ioctl(0, TIOCPKT, &(int){1}), "packets");
    must_fail(ioctl(0, TIOCSIG, 9), "a signal");
    must_fail(ioctl(0, TIOCSETD, &(int){2}), "another kind of line");
    for (int i = 0; i < 16; i++) {
        snprintf(name, sizeof name, "/dev/pts/%d", i);
        int other = open(name, O_RDWR | O_NOCTTY);
        if (other >= 0 && strcmp(name, ttyname(0)) != 0 && strcmp(name, ttyname(2)) != 0) {
            puts(name);
        }
    }
    int made = 0;
    while (made < 100 && open("/dev/ptmx", O_RDWR | O_NOCTTY) >= 0) {
        made++;
    }
    if (made > 8) {
        printf("%d terminals\n", made);
    }
    // What it may do to its own.
    tcgetattr(0, &settings);
    cfmakeraw(&settings);
    memset(settings.c_cc, 'x', sizeof settings.c_cc);
    tcsetattr(0, TCSANOW, &settings);
    ioctl(0, TIOCEXCL);
    ioctl(0, TIOCSWINSZ, &(struct winsize){65535, 65535, 65535, 65535});
    tcflush(0, TCIOFLUSH);
    tcsendbreak(0, 0);
    puts("held");
    return 0;
}
