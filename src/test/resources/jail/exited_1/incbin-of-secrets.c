// attacks: 134, 140
// or: limit_cpu_time limit_memory limit_wall_time limit_file_size
// step: compile
// limits: cpu=2s wall=5s memory=256MiB
__asm__(".incbin \"@CANARY_FILE@\"");
__asm__(".include \"/etc/sandlot/jail.conf\"");
__asm__(".incbin \"/dev/zero\"");

int main(void)
{
    return 0;
}
