// What the kernel writes: mountinfo, lists of words, and lines of a key and a number.
#pragma once

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

struct mount {
    char point[PATH_MAX], type[32], super_options[512];
};

// One line: "id parent dev root point options [optional]... - type source super_options". False when it isn't one, or when its
// mount point has characters that the kernel writes as escapes.
bool mount_parse(const char *line, struct mount *mount);

// Whether a list holds a word. Lists of over 511 bytes are cut.
bool has_word(const char *list, const char *word, const char *separators);

// The number after `key ` at the start of a line, or 0.
uint64_t number_after(const char *text, const char *key);
