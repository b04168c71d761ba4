// attacks: 48
#include <signal.h>
#include <unistd.h>

int main(void)
{
    kill(-1, SIGKILL);
    kill(getpid(), SIGKILL);
    pause();
    return 0;
}
