// attacks: 42
// limits: processes=20 cpu=2s wall=10s
// expect: processLimitHit
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <system_error>
#include <thread>

int main()
{
    for (int threads = 0; threads < 1000; threads++) {
        try {
            std::thread([] { std::this_thread::sleep_for(std::chrono::hours(1)); }).detach();
        } catch (const std::system_error &) {
            std::puts(threads < 20 ? "held" : "too many");
            std::fflush(stdout);
            std::_Exit(0);
        }
    }
    std::puts("no limit");
}
