// attacks: 78
// limits: fileSize=1MiB
#define _GNU_SOURCE
#include <fcntl.h>
#include <unistd.h>

int main(void)
{
    int file = open("sparse", O_WRONLY | O_CREAT, 0600);
    return ftruncate(file, 1ll << 60) == 0 ? 0 : 1;
}
