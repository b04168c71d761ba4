// attacks: 70: letters that turn lines around, hide, or look like others
// expect: stdoutBytes=65
#include <stdio.h>

int main(void)
{
    // \u202e in a comment is this: â® and â¦ and â
    puts("\u202etxt.exe\u202c \u2066 \u2069 \u200b\u200d\u2060\ufeff \u0430\u0440\u0440\u04cf\u0435 Z\u0351\u036b\u0343\u036a\u0302 \u2028\u2029");
    return 0;
}
