// attacks: 50: of a file that it shortened itself
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

int main(void)
{
    int file = open("file", O_RDWR | O_CREAT, 0600);
    if (file < 0 || ftruncate(file, 4096) != 0) {
        return 1;
    }
    volatile char *mapped = mmap(NULL, 4096, PROT_READ, MAP_SHARED, file, 0);
    return ftruncate(file, 0) == 0 && mapped[0];
}
