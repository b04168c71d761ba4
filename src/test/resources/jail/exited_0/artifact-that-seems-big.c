// attacks: 96: sparse, allocated beyond its end, shrunk while it is big
// profile: compile
// limits: fileSize=64MiB memory=128MiB
// collect: sparse ahead shrunk grown ok
// expect: files<=3 filesTruncated
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static int make(const char *name)
{
    return open(name, O_RDWR | O_CREAT, 0600);
}

int main(void)
{
    int sparse = make("sparse"), ahead = make("ahead"), shrunk = make("shrunk"), grown = make("grown"), ok = make("ok");
    if (ftruncate(sparse, 63 << 20) != 0 || fallocate(ahead, FALLOC_FL_KEEP_SIZE, 0, 8 << 20) != 0 || write(ahead, "x", 1) != 1
        || ftruncate(shrunk, 60 << 20) != 0 || ftruncate(shrunk, 5) != 0 || ftruncate(grown, 2 << 20) != 0 || write(ok, "ok", 2) != 2) {
        puts("can't make the files");
    }
    puts("held");
    return 0;
}
