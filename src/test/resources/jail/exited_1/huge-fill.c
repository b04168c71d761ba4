// attacks: 140
// or: exited_1 limit_cpu_time limit_wall_time limit_memory limit_output limit_file_size exited_4 signalled_sigsegv
// step: compile
// limits: cpu=2s wall=20s memory=512MiB
__asm__(".data\n.fill 1 << 33, 1, 1\n");
__asm__(".data\n.zero 0x200000000\n");

int main(void)
{
    return 0;
}
