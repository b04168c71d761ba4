#include "@PROBLEMS@/canary.md"
#include "/proc/self/fd/0"
#include "/dev/stdin"
__asm__(".incbin \"@PROBLEMS@/canary.md\"");
int main(void) { return 0; }
