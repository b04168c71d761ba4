// attacks: 136, 153: eight to the sixteenth words
// or: limit_memory exited_1 exited_4
// step: compile
// limits: cpu=2s wall=20s memory=512MiB
#define A(x) x x x x x x x x
#define B(x) A(A(x))
#define C(x) B(B(x))
#define D(x) C(C(x))
#define E(x) D(D(x))

int main(void)
{
    return 0 E(+ 1);
}
