// attacks: 50: a shell's word for what isn't there
int main(void)
{
    return 127;
}
