// Befunge-93 as its reference implementation does it: 80 columns and 25 lines of bytes, a stack of integers that never runs out, -1 at the end of
// the input. Two things it asks the user about have an answer of their own here: a division by zero gives 0, and so does a remainder.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { COLUMNS = 80, LINES = 25 };

static unsigned char field[LINES][COLUMNS];
static long *stack;
static size_t depth, room;

static void push(long value)
{
    if (depth == room) {
        room = room ? 2 * room : 1024;
        stack = realloc(stack, room * sizeof *stack);
        if (!stack) {
            fputs("befunge93: the stack has no more room\n", stderr);
            exit(1);
        }
    }
    stack[depth++] = value;
}

static long pop(void)
{
    return depth ? stack[--depth] : 0;
}

static int load(const char *name)
{
    FILE *file = fopen(name, "r");
    int line, column, c;

    if (!file) {
        perror(name);
        return 0;
    }
    for (line = 0; line < LINES; line++) {
        for (column = 0; column < COLUMNS; column++) {
            field[line][column] = ' ';
        }
    }
    line = column = 0;
    while ((c = getc(file)) != EOF) {
        if (c == '\n') {
            line++;
            column = 0;
        } else if (c != '\r' && column < COLUMNS && line < LINES) {
            field[line][column++] = (unsigned char)c;
        }
    }
    return fclose(file) == 0;
}

static unsigned char *cell(long column, long line)
{
    int inside = column >= 0 && column < COLUMNS && line >= 0 && line < LINES;
    return inside ? &field[line][column] : NULL;
}

static void calculate(char operator)
{
    long b = pop(), a = pop();

    switch (operator) {
    case '+': push(a + b); break;
    case '-': push(a - b); break;
    case '*': push(a * b); break;
    case '/': push(b == 0 ? 0 : b == -1 ? -a : a / b); break;
    case '%': push(b == 0 || b == -1 ? 0 : a % b); break;
    case '`': push(a > b); break;
    default: push(b), push(a); break; // a backslash
    }
}

static long number(void)
{
    long value = 0;

    fflush(stdout);
    if (scanf("%ld", &value) != 1 && feof(stdin)) {
        value = -1;
    }
    return value;
}

static int character(void)
{
    fflush(stdout);
    return getchar();
}

static void get(void)
{
    long line = pop(), column = pop();
    unsigned char *place = cell(column, line);
    push(place ? *place : 0);
}

static void put(void)
{
    long line = pop(), column = pop(), value = pop();
    unsigned char *place = cell(column, line);
    if (place) {
        *place = (unsigned char)value;
    }
}

static void run(void)
{
    static const int ways[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    int x = 0, y = 0, dx = 1, dy = 0, quoting = 0;

    for (;;) {
        unsigned char c = field[y][x];
        const int *way = NULL;

        if (quoting && c != '"') {
            push(c);
        } else if (c >= '0' && c <= '9') {
            push(c - '0');
        } else {
            switch (c) {
            case '"': quoting = !quoting; break;
            case '>': way = ways[0]; break;
            case '<': way = ways[1]; break;
            case 'v': way = ways[2]; break;
            case '^': way = ways[3]; break;
            case '?': way = ways[rand() % 4]; break;
            case '_': way = ways[pop() ? 1 : 0]; break;
            case '|': way = ways[pop() ? 3 : 2]; break;
            case '+': case '-': case '*': case '/': case '%': case '`': case '\\': calculate((char)c); break;
            case '!': push(!pop()); break;
            case ':': push(pop()), push(depth ? stack[depth - 1] : 0); break;
            case '$': pop(); break;
            case '.': printf("%ld ", pop()); break;
            case ',': putchar((int)pop()); break;
            case '&': push(number()); break;
            case '~': push(character()); break;
            case 'g': get(); break;
            case 'p': put(); break;
            case '#': x += dx, y += dy; break;
            case '@': return;
            default: break;
            }
        }
        if (way) {
            dx = way[0], dy = way[1];
        }
        x = (x + dx + COLUMNS) % COLUMNS;
        y = (y + dy + LINES) % LINES;
    }
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        return puts("1.0") == EOF;
    }
    if (argc < 2 || !load(argv[1])) {
        return 1;
    }
    srand((unsigned)time(NULL));
    run();
    return 0;
}
