// attacks: 2
// limits: wall=400ms
// expect: wall>=400ms wall<=550ms cpu<=50ms
#include <chrono>
#include <thread>

int main()
{
    for (;;) {
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
}
