// attacks: 30: would outlive the jail
#include <errno.h>
#include <stdio.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/sem.h>
#include <sys/shm.h>

int main(void)
{
    if (shmget(IPC_PRIVATE, 100 << 20, 0600) >= 0) {
        puts("shmget");
    }
    if (semget(IPC_PRIVATE, 1, 0600) >= 0) {
        puts("semget");
    }
    if (msgget(IPC_PRIVATE, 0600) >= 0) {
        puts("msgget");
    }
    puts("held");
    return 0;
}
