// attacks: 40
// limits: processes=64 cpu=500ms wall=20s
// expect: processLimitHit
#include <unistd.h>

int main(void)
{
    for (;;) {
        fork();
    }
}
