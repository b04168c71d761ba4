// attacks: 64: asks again and again after the end
// stdin: one\n
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    char byte;
    int count = 0, more = 0;
    while (read(0, &byte, 1) == 1) {
        count++;
    }
    for (int i = 0; i < 100000; i++) {
        more += read(0, &byte, 1) != 0;
    }
    puts(count == 4 && more == 0 ? "held" : "something else came");
    return 0;
}
