// attacks: 66: every byte, and what looks like UTF-8 and is none
// expect: stdoutBytes=4096 stderrBytes=256
#include <unistd.h>

int main(void)
{
    unsigned char all[256], more[3840];
    for (int i = 0; i < 256; i++) {
        all[i] = (unsigned char)i;
    }
    for (int i = 0; i < 3840; i++) {
        more[i] = "\xed\xa0\x80\xf4\x90\x80\x80\xc0\xaf\xff\xfe\0"[i % 12];
    }
    return write(1, all, 256) + write(2, all, 256) + write(1, more, 3840) != 4352;
}
