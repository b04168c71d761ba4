// attacks: 140, 153
// or: exited_1 limit_cpu_time limit_wall_time limit_memory limit_output limit_file_size exited_4 signalled_sigsegv
// step: compile
// limits: cpu=2s wall=20s memory=256MiB
// expect: stderrBytes<=65536
__asm__(".macro again\nagain\nagain\n.endm\nagain\n");
__asm__(".rept 1 << 40\n.byte 1\n.endr\n");

int main(void)
{
    return 0;
}
