// attacks: 78
// limits: fileSize=1MiB
#include <fcntl.h>
#include <unistd.h>

int main(void)
{
    static char block[65536];
    int file = open("/tmp/big", O_WRONLY | O_CREAT, 0600);
    for (;;) {
        if (write(file, block, sizeof block) <= 0) {
            return 1;
        }
    }
}
