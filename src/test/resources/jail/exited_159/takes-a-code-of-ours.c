// attacks: 50: what a shell makes of SIGSYS
int main(void)
{
    return 159;
}
