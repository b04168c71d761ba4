// attacks: 50: nsjail's word for its own failure
int main(void)
{
    return 255;
}
