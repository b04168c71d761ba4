// attacks: 130: whatever else is there is printed
#include <stdio.h>
#include <string.h>

extern char **environ;

int main(void)
{
    static const char *const allowed[] = {"PATH", "HOME", "TMPDIR", "LANG", "CANARY_FILE", "CANARY_PORT", "ASAN_OPTIONS"};
    for (char **variable = environ; *variable; variable++) {
        size_t length = strcspn(*variable, "="), known = 0;
        for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
            known += strlen(allowed[i]) == length && strncmp(*variable, allowed[i], length) == 0;
        }
        if (!known) {
            puts(*variable);
        }
    }
    puts("held");
    return 0;
}
