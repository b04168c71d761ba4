// attacks: 140
// or: exited_1 limit_cpu_time limit_wall_time limit_memory limit_output limit_file_size exited_4 signalled_sigsegv exited_0
// step: compile
// limits: cpu=5s wall=20s memory=512MiB
__attribute__((aligned(1 << 28))) static char a[1] = {1};
__attribute__((aligned(1 << 28), section(".second"))) static char b[1] = {1};

int main(void)
{
    return a[0] + b[0];
}
