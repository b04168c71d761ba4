// attacks: 50: init's own word for a job that never came
int main(void)
{
    return 121;
}
