// attacks: 4
// limits: cpu=500ms wall=20s
// expect: cpu>=490ms cpu<=800ms
#include <thread>
#include <vector>

int main()
{
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; i++) {
        threads.emplace_back([] {
            for (volatile unsigned n = 0;; n = n + 1) {
            }
        });
    }
    threads.front().join();
}
