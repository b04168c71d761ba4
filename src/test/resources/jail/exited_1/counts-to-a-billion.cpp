// attacks: 136, 153
// or: limit_cpu_time limit_memory signalled_sigsegv exited_4
// step: compile
// limits: cpu=2s wall=20s memory=512MiB
// expect: stderrBytes<=65536
template <unsigned long N, unsigned long M>
struct count {
    static constexpr unsigned long value = count<N - 1, M>::value + count<N, M - 1>::value;
};
template <unsigned long M>
struct count<0, M> {
    static constexpr unsigned long value = 1;
};
template <unsigned long N>
struct count<N, 0> {
    static constexpr unsigned long value = 1;
};

int main()
{
    return static_cast<int>(count<3000, 3000>::value);
}
