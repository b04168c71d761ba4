// attacks: 140: a program of 32 GiB
// or: exited_1 limit_cpu_time limit_wall_time limit_memory limit_output limit_file_size exited_4 signalled_sigsegv
// step: compile
// limits: cpu=5s wall=20s memory=512MiB
int a[1ull << 33] = {1};

int main(void)
{
    return a[0];
}
