// attacks: 65
// expect: stdoutBytes=0 stderrBytes=0
#include <chrono>
#include <thread>
#include <unistd.h>

int main()
{
    close(0);
    close(1);
    close(2);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
}
