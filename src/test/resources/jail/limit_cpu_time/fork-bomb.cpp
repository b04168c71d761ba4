// attacks: 40
// limits: processes=32 cpu=500ms wall=10s memory=256MiB
// expect: processLimitHit
#include <unistd.h>

int main()
{
    for (;;) {
        fork();
    }
}
