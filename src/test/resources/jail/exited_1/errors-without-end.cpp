// attacks: 137
// or: limit_output limit_cpu_time limit_memory
// step: compile
// limits: cpu=5s wall=20s
// expect: stderrBytes<=65536
template <int N>
struct deeper {
    using type = typename deeper<N + 1>::type;
    no_such_type member;
};

template <class T>
auto call(T t) -> decltype(call(&t));

int main()
{
    deeper<0>::type x;
    call(0);
    return y;
}
