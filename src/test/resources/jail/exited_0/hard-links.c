// attacks: 86
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    if (link("/usr/bin/perl", "/work/perl") == 0 || link("/etc/passwd", "/tmp/passwd") == 0
        || link("/sbin/sandlot-init", "/work/init") == 0) {
        puts("linked");
    }
    puts("held");
    return 0;
}
