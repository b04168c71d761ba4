// attacks: 72
// expect: stdoutBytes=12
#include <fcntl.h>
#include <unistd.h>

static void say(const char *name)
{
    int file = open(name, O_WRONLY);
    write(file, "abc\n", 4);
    close(file);
}

int main(void)
{
    say("/dev/stdout");
    say("/proc/self/fd/1");
    say("/dev/fd/1");
    say("/dev/tty");
    return 0;
}
