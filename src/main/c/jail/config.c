#include "config.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MAX_BYTES = 16384, KEYS_MAX = 64 };

struct text_key {
    const char *name;
    size_t offset, size;
    bool path;
};

struct number_key {
    const char *name;
    size_t offset;
    uint64_t min, max;
};

#define TEXT(key, path) {#key, offsetof(struct config, key), sizeof(((struct config *)0)->key), path}
#define NUMBER(type, key, min, max) {#key, offsetof(struct type, key), min, max}

static const struct text_key texts[] = {
    TEXT(nsjail, true), TEXT(policy, true), TEXT(init, true), TEXT(roots, true), TEXT(cgroup, false),
};

static const struct number_key numbers[] = {
    NUMBER(config, slots, 1, 1024),
    NUMBER(config, first_uid, 65536, 4000000000),
    NUMBER(config, reserved_memory_mib, 0, 1 << 20),
    NUMBER(config, cpu_shares, 2, 262144),
};

static const struct number_key profile_numbers[] = {
    NUMBER(profile, cpu_ms, 1, 3600000),
    NUMBER(profile, wall_ms, 1, 3600000),
    NUMBER(profile, memory_mib, 1, 1 << 20),
    NUMBER(profile, output_kib, 0, 1 << 20),
    NUMBER(profile, processes, 1, 4096),
    NUMBER(profile, file_size_mib, 1, 1 << 16),
    NUMBER(profile, collect_mib, 0, 1 << 12),
    NUMBER(profile, cpu_percent, 1, 100000),
    NUMBER(profile, work_mib, 1, 1 << 16),
    NUMBER(profile, work_inodes, 16, 1 << 24),
    NUMBER(profile, tmp_mib, 1, 1 << 16),
    NUMBER(profile, tmp_inodes, 16, 1 << 24),
    NUMBER(profile, tmp_exec, 0, 1),
    NUMBER(profile, shm_mib, 1, 1 << 16),
    NUMBER(profile, shm_inodes, 16, 1 << 24),
    NUMBER(profile, open_files, 16, 1 << 20),
    NUMBER(profile, stack_mib, 1, 1 << 16),
    NUMBER(profile, pending_signals, 1, 1 << 16),
};

enum { TEXTS = sizeof texts / sizeof *texts, NUMBERS = sizeof numbers / sizeof *numbers, PROFILE_NUMBERS = sizeof profile_numbers / sizeof *profile_numbers };

// Which keys have been read, in the order of the three tables.
struct seen {
    bool text[TEXTS], number[NUMBERS], profile_number[PROFILE_NUMBERS];
    bool profile;
};

static bool is_path_or_word(const char *value, bool path)
{
    for (const char *c = value; *c; c++) {
        if (!isalnum((unsigned char)*c) && !strchr("._-", *c) && !(path && *c == '/')) {
            return false;
        }
    }
    return path ? value[0] == '/' : value[0] != '\0' && value[0] != '.';
}

static bool set_number(const struct number_key *key, void *owner, bool *seen, const char *value)
{
    char *end;
    errno = 0;
    unsigned long long number = strtoull(value, &end, 10);
    if (*seen || !isdigit((unsigned char)value[0]) || *end || errno || number < key->min || number > key->max) {
        return false;
    }
    *(uint64_t *)((char *)owner + key->offset) = number;
    *seen = true;
    return true;
}

static bool set_text(const struct text_key *key, struct config *config, bool *seen, const char *value)
{
    if (*seen || strlen(value) >= key->size || !is_path_or_word(value, key->path)) {
        return false;
    }
    strcpy((char *)config + key->offset, value);
    *seen = true;
    return true;
}

static bool set_general(struct config *config, struct seen *seen, const char *key, const char *value)
{
    for (size_t i = 0; i < TEXTS; i++) {
        if (strcmp(key, texts[i].name) == 0) {
            return set_text(&texts[i], config, &seen->text[i], value);
        }
    }
    for (size_t i = 0; i < NUMBERS; i++) {
        if (strcmp(key, numbers[i].name) == 0) {
            return set_number(&numbers[i], config, &seen->number[i], value);
        }
    }
    return false;
}

static bool set_of_profile(struct config *config, struct seen *seen, const char *key, const char *value)
{
    for (size_t i = 0; i < PROFILE_NUMBERS; i++) {
        if (strcmp(key, profile_numbers[i].name) == 0) {
            return set_number(&profile_numbers[i], &config->profile, &seen->profile_number[i], value);
        }
    }
    return false;
}

static const char *first_missing(const struct seen *seen)
{
    for (size_t i = 0; i < TEXTS; i++) {
        if (!seen->text[i]) {
            return texts[i].name;
        }
    }
    for (size_t i = 0; i < NUMBERS; i++) {
        if (!seen->number[i]) {
            return numbers[i].name;
        }
    }
    for (size_t i = 0; i < PROFILE_NUMBERS; i++) {
        if (!seen->profile_number[i]) {
            return profile_numbers[i].name;
        }
    }
    return NULL;
}

static char *trim(char *text)
{
    while (isspace((unsigned char)*text)) {
        text++;
    }
    char *end = text + strlen(text);
    while (end > text && isspace((unsigned char)end[-1])) {
        *--end = '\0';
    }
    return text;
}

// Reads the whole file once it is known to be root's alone.
static bool read_file(char *text, size_t size, char *error, size_t error_size)
{
    int file = open(CONFIG_FILE, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK);
    struct stat about;
    if (file < 0 || fstat(file, &about) != 0) {
        snprintf(error, error_size, "Can't open %s: %s", CONFIG_FILE, strerror(errno));
        return false;
    }
    if (!S_ISREG(about.st_mode) || about.st_uid != 0 || (about.st_mode & (S_IWGRP | S_IWOTH))) {
        snprintf(error, error_size, "%s must be a regular file of root that nobody else may write", CONFIG_FILE);
        return false;
    }
    ssize_t length = read(file, text, size - 1);
    close(file);
    if (length < 0 || (size_t)length == size - 1 || memchr(text, 0, (size_t)length)) {
        snprintf(error, error_size, "%s can't be read or has over %d bytes", CONFIG_FILE, FILE_MAX_BYTES - 2);
        return false;
    }
    text[length] = '\0';
    return true;
}

static bool parse(struct config *config, struct seen *seen, const char *profile, char *text, char *error, size_t error_size)
{
    char section[sizeof config->profile.name] = "";
    int number = 0;
    for (char *rest = text, *line; (line = strsep(&rest, "\n"));) {
        number++;
        line[strcspn(line, "#")] = '\0';
        line = trim(line);
        if (*line == '\0') {
            continue;
        }
        size_t length = strlen(line);
        if (*line == '[' && line[length - 1] == ']' && length - 2 < sizeof section) {
            line[length - 1] = '\0';
            strcpy(section, line + 1);
            seen->profile |= strcmp(section, profile) == 0;
            continue;
        }
        char *value = strchr(line, '=');
        bool good = value != NULL;
        if (good) {
            *value++ = '\0';
            char *key = trim(line);
            value = trim(value);
            good = *section == '\0' ? set_general(config, seen, key, value)
                                    : strcmp(section, profile) != 0 || set_of_profile(config, seen, key, value);
        }
        if (!good) {
            snprintf(error, error_size, "%s, line %d: unknown or repeated key, or value out of range", CONFIG_FILE, number);
            return false;
        }
    }
    return true;
}

static void derive_maxima(struct profile *profile)
{
    profile->maxima = (struct job_limits){
        .cpu_us = profile->cpu_ms * 1000,
        .wall_us = profile->wall_ms * 1000,
        .memory_bytes = profile->memory_mib << 20,
        .output_bytes = profile->output_kib << 10,
        .processes = (uint32_t)profile->processes,
        .file_size_bytes = profile->file_size_mib << 20,
        .collect_bytes = profile->collect_mib << 20,
    };
}

bool config_parse(struct config *config, const char *profile, char *text, char *error, size_t error_size)
{
    struct seen seen = {0};
    *config = (struct config){0};
    if (!parse(config, &seen, profile, text, error, error_size)) {
        return false;
    }
    const char *missing = seen.profile ? first_missing(&seen) : "the section of this profile";
    if (missing) {
        snprintf(error, error_size, "%s lacks %s", CONFIG_FILE, missing);
        return false;
    }
    snprintf(config->profile.name, sizeof config->profile.name, "%s", profile);
    derive_maxima(&config->profile);
    return true;
}

bool config_read(struct config *config, const char *profile, char *error, size_t error_size)
{
    static char text[FILE_MAX_BYTES];
    return read_file(text, sizeof text, error, error_size) && config_parse(config, profile, text, error, error_size);
}

static bool is_root_name(const char *name)
{
    size_t length = strlen(name);
    for (size_t i = 0; i < length; i++) {
        if (name[i] < 'a' || name[i] > 'z') {
            return false;
        }
    }
    return length > 0 && length < ROOT_NAME_MAX;
}

bool config_choose_root(struct config *config, const char *name, char *error, size_t error_size)
{
    struct stat about;
    if (!is_root_name(name)) {
        snprintf(error, error_size, "The name of a root file system is 1 to %d lower-case letters", ROOT_NAME_MAX - 1);
        return false;
    }
    snprintf(config->root, sizeof config->root, "%s/%s", config->roots, name);
    if (lstat(config->root, &about) != 0 || !S_ISDIR(about.st_mode) || about.st_uid != 0 || (about.st_mode & (S_IWGRP | S_IWOTH))) {
        snprintf(error, error_size, "There is no root file system %s", config->root);
        return false;
    }
    return true;
}
