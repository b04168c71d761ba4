// attacks: 64: nobody types
// terminal: too
// limits: wall=400ms
// stdin: open
// expect: wall>=390ms wall<=700ms
#include <stdio.h>

int main(void)
{
    return getchar();
}
