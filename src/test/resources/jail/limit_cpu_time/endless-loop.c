// attacks: 1
// limits: cpu=400ms
// expect: cpu>=390ms cpu<=500ms
int main(void)
{
    for (volatile unsigned i = 0;; i++) {
    }
}
