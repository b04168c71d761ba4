// attacks: 50: init's own word for a jail that is none
int main(void)
{
    return 120;
}
