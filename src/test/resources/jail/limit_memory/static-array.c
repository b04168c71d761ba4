// attacks: 18
// limits: memory=64MiB
// expect: memoryLimitHit
static char array[100 << 20];

int main(void)
{
    for (unsigned i = 0; i < sizeof array; i += 4096) {
        ((volatile char *)array)[i] = 1;
    }
    return 0;
}
