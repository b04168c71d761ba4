// attacks: 60: by calls that copy without the program
// limits: output=64KiB cpu=2s wall=10s
// expect: outputTruncated stdoutBytes=65536
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/uio.h>
#include <unistd.h>

int main(void)
{
    int file = open("/usr/bin/perl", O_RDONLY), ends[2];
    char word[] = "more and more";
    struct iovec words[100];
    for (int i = 0; i < 100; i++) {
        words[i] = (struct iovec){word, sizeof word};
    }
    if (file < 0 || pipe(ends) != 0) {
        return 1;
    }
    for (;;) {
        off_t start = 0;
        sendfile(1, file, &start, 5000);
        if (write(ends[1], word, sizeof word) < 0 || writev(1, words, 100) < 0) {
            return 1;
        }
        tee(ends[0], 1, 4096, SPLICE_F_NONBLOCK);
        splice(ends[0], NULL, 1, NULL, 4096, SPLICE_F_NONBLOCK);
        vmsplice(1, words, 1, SPLICE_F_GIFT);
    }
}
