// attacks: 56: two mebibytes of arguments, of variables, and in one word
// limits: memory=128MiB cpu=5s
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *word_of(size_t size)
{
    char *word = malloc(size + 1);
    memset(word, 'x', size);
    word[size] = '\0';
    return word;
}

// The exit code of /bin/true with so many words of this size, or the errno of its exec.
static int start(size_t size, size_t count, int as_variables)
{
    int status = 0;
    if (fork() == 0) {
        char **words = calloc(count + 2, sizeof *words), *word = word_of(size);
        words[0] = "/bin/true";
        for (size_t i = 1; i <= count; i++) {
            words[i] = word;
        }
        char *const none[] = {"/bin/true", NULL};
        execve("/bin/true", as_variables ? none : words, as_variables ? words : NULL);
        _exit(errno);
    }
    wait(&status);
    return WEXITSTATUS(status);
}

int main(void)
{
    if (start(10, 100000, 0) != 0) {
        puts("100,000 small arguments are too many");
    }
    if (start(1 << 17, 1, 0) != E2BIG || start(1 << 17, 1, 1) != E2BIG) {
        puts("one word of 128 KiB");
    }
    if (start(1 << 16, 400, 0) != E2BIG || start(1 << 16, 400, 1) != E2BIG) {
        puts("25 MiB of words");
    }
    puts("held");
    return 0;
}
