// attacks: 138: the name of a type of some hundred thousand words
// or: limit_output limit_cpu_time limit_memory
// step: compile
// limits: cpu=5s wall=20s
// expect: stderrBytes<=65536
template <class... T>
struct pack {
};
using a = pack<int, long, char, short, float, double, bool, void>;
using b = pack<a, a, a, a, a, a, a, a>;
using c = pack<b, b, b, b, b, b, b, b>;
using d = pack<c, c, c, c, c, c, c, c>;
using e = pack<d, d, d, d, d, d, d, d>;
using f = pack<e, e, e, e, e, e, e, e>;

int main()
{
    f value = 1;
}
