// attacks: 133
// or: exited_0 limit_cpu_time limit_wall_time limit_memory limit_output
// step: compile
// limits: cpu=1s wall=5s memory=256MiB
// expect: stderrBytes<=65536
#include "/work"

int main(void)
{
    return 0;
}
