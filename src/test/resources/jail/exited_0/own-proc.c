// attacks: 120, 121: its own text, score, names and filters, by the files of /proc that are its own
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char text[] = "cannot be changed";

static void must_not_write(const char *name, const char *value, off_t at)
{
    int file = open(name, O_RDWR);
    if (file >= 0 && pwrite(file, value, strlen(value), at) > 0) {
        printf("wrote %s\n", name);
    }
}

static int score(void)
{
    char value[16] = "";
    int file = open("/proc/self/oom_score_adj", O_RDONLY);
    if (read(file, value, sizeof value - 1) <= 0) {
        return -1;
    }
    close(file);
    return atoi(value);
}

int main(void)
{
    int before = score();
    must_not_write("/proc/self/mem", "X", (off_t)text);
    must_not_write("/proc/thread-self/mem", "X", (off_t)text);
    must_not_write("/proc/self/oom_score_adj", "-1000", 0);
    must_not_write("/proc/self/oom_score_adj", "0", 0);
    must_not_write("/proc/self/oom_adj", "-17", 0);
    must_not_write("/proc/1/oom_score_adj", "1000", 0);
    must_not_write("/proc/self/coredump_filter", "0xff", 0);
    must_not_write("/proc/self/timerslack_ns", "1", 0);
    must_not_write("/proc/self/attr/current", "unconfined", 0);
    must_not_write("/proc/self/clear_refs", "1", 0);
    must_not_write("/proc/self/sched", "0", 0);
    must_not_write("/proc/self/projid_map", "0 0 1", 0);
    if (strcmp((const char *)(volatile const char *)text, "cannot be changed") != 0) {
        puts("its text has changed");
    }
    if (before < 0 || score() < before) {
        printf("score %d, then %d\n", before, score());
    }
    puts("held");
    return 0;
}
