// attacks: 68: a title, a clipboard, an empty screen, a million colours; they arrive as bytes, and nobody here acts on them
// terminal: too
// expect: stdoutBytes>=200000 !outputTruncated
#include <stdio.h>

int main(void)
{
    fputs("\033]0;title\007\033]52;c;Y2xpcGJvYXJk\007\033[2J\033[H\033[?1049h\033[6n\033[c\033Pq#0;2;0;0;0\033\\\033c\033]8;;javascript:alert(1)\007x\033]8;;\007", stdout);
    for (int i = 0; i < 50000; i++) {
        printf("\033[%dmx", i % 108);
    }
    fputs("\x9b" "31m\x90" "q\x9c\x85\x8d\r\b\b\b\v\f\a", stdout);
    return 0;
}
