// attacks: 140
// or: exited_1 limit_cpu_time limit_wall_time limit_memory limit_output limit_file_size exited_4 signalled_sigsegv
// step: compile
// limits: cpu=5s wall=20s memory=512MiB
__asm__(".data\n.org 0x300000000\n.byte 1\n");

int main(void)
{
    return 0;
}
