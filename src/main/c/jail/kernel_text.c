#include "kernel_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool mount_parse(const char *line, struct mount *mount)
{
    const char *separator = strstr(line, " - ");
    return separator && sscanf(line, "%*s %*s %*s %*s %4095s", mount->point) == 1 && !strchr(mount->point, '\\')
           && sscanf(separator + 3, "%31s %*s %511s", mount->type, mount->super_options) == 2;
}

bool has_word(const char *list, const char *word, const char *separators)
{
    char copy[512];
    snprintf(copy, sizeof copy, "%s", list);
    char *rest = copy;
    for (char *item; (item = strsep(&rest, separators));) {
        if (strcmp(item, word) == 0) {
            return true;
        }
    }
    return false;
}

uint64_t number_after(const char *text, const char *key)
{
    size_t length = strlen(key);
    for (const char *line = text; line && *line; line = strchr(line, '\n')) {
        line += *line == '\n';
        if (strncmp(line, key, length) == 0 && line[length] == ' ') {
            return strtoull(line + length + 1, NULL, 10);
        }
    }
    return 0;
}
