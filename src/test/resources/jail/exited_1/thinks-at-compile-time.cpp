// attacks: 153
// or: limit_cpu_time
// step: compile
// limits: cpu=2s wall=20s
constexpr unsigned long think()
{
    unsigned long sum = 0;
    for (unsigned long i = 0; i < 1ul << 62; i++) {
        sum += i;
    }
    return sum;
}

static_assert(think() != 1);

int main()
{
}
