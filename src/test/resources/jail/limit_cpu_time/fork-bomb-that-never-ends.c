// attacks: 40
// limits: processes=64 cpu=500ms wall=10s
// expect: processLimitHit
#include <unistd.h>

int main(void)
{
    for (;;) {
        fork();
    }
}
