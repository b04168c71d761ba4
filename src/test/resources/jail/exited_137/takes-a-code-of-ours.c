// attacks: 50: what a shell makes of SIGKILL
int main(void)
{
    return 137;
}
