// attacks: 50: what a shell makes of SIGSEGV
int main(void)
{
    return 139;
}
