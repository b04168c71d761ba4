// attacks: 2
// limits: wall=400ms
// expect: wall>=390ms wall<=500ms cpu<=50ms
#include <unistd.h>

int main(void)
{
    for (;;) {
        pause();
    }
}
