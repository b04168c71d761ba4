// attacks: 136
// or: limit_cpu_time limit_output
// step: compile
// limits: cpu=1s wall=10s
// expect: stderrBytes<=65536
#include __FILE__
#include __FILE__

int main(void)
{
    return 0;
}
