// Texts: the configuration, and what the kernel writes. The first byte says which.

#include "jail/config.h"
#include "jail/kernel_text.h"
#include "jail/process.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition) do { if (!(condition)) { fprintf(stderr, "not kept: %s\n", #condition); abort(); } } while (0)

static void check_config(char *text, const char *profile)
{
    static struct config config;
    char error[300] = "";
    if (config_parse(&config, profile, text, error, sizeof error)) {
        CHECK(config.nsjail[0] == '/' && config.init[0] == '/' && config.roots[0] == '/' && config.policy[0] == '/' && !strchr(config.cgroup, '/'));
        CHECK(!config_choose_root(&config, "../x", error, sizeof error) && !config_choose_root(&config, "", error, sizeof error));
        CHECK(config.slots >= 1 && config.slots <= 1024 && config.first_uid >= 65536 && config.profile.maxima.processes >= 1);
        CHECK(config.profile.maxima.cpu_us <= 3600000000 && config.profile.maxima.memory_bytes <= (uint64_t)1 << 40);
    } else {
        CHECK(*error && strlen(error) < sizeof error);
    }
}

static void check_mount(const char *line)
{
    static struct mount mount;
    if (mount_parse(line, &mount)) {
        CHECK(*mount.point && !strchr(mount.point, '\\') && strlen(mount.type) < sizeof mount.type);
        has_word(mount.super_options, "memory", ",");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct process process;
    if (size == 0) {
        return 0;
    }
    char *text = calloc(size, 1);
    memcpy(text, data + 1, size - 1);
    switch (data[0] & 3) {
    case 0:
        check_config(text, data[0] & 4 ? "run" : "compile");
        break;
    case 1:
        check_mount(text);
        break;
    case 2:
        if (process_parse(text, &process)) {
            CHECK(process.state != '\0');
        }
        break;
    case 3:
        number_after(text, "oom_kill");
        has_word(text, "memory", " ");
        break;
    }
    free(text);
    return 0;
}
