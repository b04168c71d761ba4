// attacks: 9, 73: the key that interrupts is a byte like others to us, and a signal to the program
// terminal: only
// stdin: before\n\003after\n
#include <stdio.h>
#include <unistd.h>

int main(void)
{
    for (;;) {
        pause();
    }
}
