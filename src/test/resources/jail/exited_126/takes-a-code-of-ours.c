// attacks: 50: a shell's word for what isn't executable
int main(void)
{
    return 126;
}
