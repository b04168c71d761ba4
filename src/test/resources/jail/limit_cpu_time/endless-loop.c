// attacks: 1
// limits: cpu=400ms wall=20s
// expect: cpu>=390ms cpu<=500ms
int main(void)
{
    for (volatile unsigned i = 0;; i++) {
    }
}
