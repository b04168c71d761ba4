// Befunge-98 after the Funge-98 specification: cells of 32 bits, concurrent, with files and system calls (the jail is what holds a program), without
// fingerprints. What can't be done reflects.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef int32_t Cell;

typedef struct {
    Cell x, y;
} Vector;

typedef struct {
    Cell *cells;
    size_t depth, room;
} Stack;

// An instruction pointer, with its stack of stacks; the last one is what instructions work on.
typedef struct {
    Cell id;
    Vector at, delta, offset;
    Stack *stacks;
    size_t count;
    int quoting;
} Pointer;

static const Vector east = {1, 0}, west = {-1, 0}, south = {0, 1}, north = {0, -1};
static char **arguments, **environment;
static Pointer *pointers;
static size_t alive;
static Cell last_id;

static void *larger(void *memory, size_t size)
{
    void *more = realloc(memory, size);

    if (!more) {
        fputs("befunge98: there is no more memory\n", stderr);
        exit(1);
    }
    return more;
}

// Space: chunks of 64 by 64 cells in a hash table, and the rectangle that holds everything written.

enum { SIDE = 64, BUCKETS = 4096 };

typedef struct Chunk {
    struct Chunk *next;
    Cell x, y, cells[SIDE][SIDE];
} Chunk;

static Chunk *buckets[BUCKETS];
static Vector least, greatest;

static Chunk *chunk(Cell x, Cell y, int make)
{
    Cell column = x >> 6, line = y >> 6;
    Chunk **bucket = &buckets[((uint32_t)column * 31u + (uint32_t)line) % BUCKETS], *found = *bucket;

    while (found && (found->x != column || found->y != line)) {
        found = found->next;
    }
    if (!found && make) {
        found = larger(NULL, sizeof *found);
        found->next = *bucket;
        found->x = column;
        found->y = line;
        for (int i = 0; i < SIDE * SIDE; i++) {
            found->cells[i / SIDE][i % SIDE] = ' ';
        }
        *bucket = found;
    }
    return found;
}

static Cell get(Vector at)
{
    Chunk *found = chunk(at.x, at.y, 0);
    return found ? found->cells[at.y & 63][at.x & 63] : ' ';
}

static void put(Vector at, Cell value)
{
    if (value != ' ') {
        if (at.x < least.x) {
            least.x = at.x;
        }
        if (at.y < least.y) {
            least.y = at.y;
        }
        if (at.x > greatest.x) {
            greatest.x = at.x;
        }
        if (at.y > greatest.y) {
            greatest.y = at.y;
        }
    }
    chunk(at.x, at.y, 1)->cells[at.y & 63][at.x & 63] = value;
}

static Vector plus(Vector a, Vector b)
{
    return (Vector){(Cell)((uint32_t)a.x + (uint32_t)b.x), (Cell)((uint32_t)a.y + (uint32_t)b.y)};
}

static Vector minus(Vector a)
{
    return (Vector){(Cell)(0 - (uint32_t)a.x), (Cell)(0 - (uint32_t)a.y)};
}

static int inside(Vector at)
{
    return at.x >= least.x && at.x <= greatest.x && at.y >= least.y && at.y <= greatest.y;
}

// Beyond the edge a pointer goes on at the opposite one, on the line that it came along.
static void step(Pointer *ip)
{
    ip->at = plus(ip->at, ip->delta);
    if (!inside(ip->at)) {
        Vector back = minus(ip->delta);

        do {
            ip->at = plus(ip->at, back);
        } while (inside(ip->at));
        ip->at = plus(ip->at, ip->delta);
    }
}

// To the next instruction, over spaces and what is between semicolons, which takes no time.
static void find_instruction(Pointer *ip)
{
    for (;;) {
        Cell c = get(ip->at);

        if (c == ';') {
            do {
                step(ip);
            } while (get(ip->at) != ';');
        } else if (c != ' ') {
            return;
        }
        step(ip);
    }
}

// Stacks.

static void push_on(Stack *stack, Cell value)
{
    if (stack->depth == stack->room) {
        stack->room = stack->room ? 2 * stack->room : 256;
        stack->cells = larger(stack->cells, stack->room * sizeof *stack->cells);
    }
    stack->cells[stack->depth++] = value;
}

static Cell pop_from(Stack *stack)
{
    return stack->depth ? stack->cells[--stack->depth] : 0;
}

static Stack *top(Pointer *ip)
{
    return &ip->stacks[ip->count - 1];
}

static void push(Pointer *ip, Cell value)
{
    push_on(top(ip), value);
}

static Cell pop(Pointer *ip)
{
    return pop_from(top(ip));
}

static void push_vector(Pointer *ip, Vector vector)
{
    push(ip, vector.x);
    push(ip, vector.y);
}

static Vector pop_vector(Pointer *ip)
{
    Cell y = pop(ip), x = pop(ip);
    return (Vector){x, y};
}

// A string of the stack, in a buffer that the next call takes again.
static char *pop_string(Pointer *ip)
{
    static char *text;
    static size_t room;
    size_t length = 0;
    Cell c;

    do {
        c = pop(ip);
        if (length == room) {
            room = room ? 2 * room : 256;
            text = larger(text, room);
        }
        text[length++] = (char)c;
    } while (c);
    return text;
}

static void push_string(Stack *stack, const char *text)
{
    for (size_t i = strlen(text) + 1; i > 0; i--) {
        push_on(stack, (unsigned char)text[i - 1]);
    }
}

// Moves the top cells in their order; for those that aren't there, zeros.
static void transfer(Stack *from, Stack *to, Cell number)
{
    Cell missing = (size_t)number > from->depth ? (Cell)((size_t)number - from->depth) : 0;
    size_t first = from->depth - (size_t)(number - missing);

    for (Cell i = 0; i < missing; i++) {
        push_on(to, 0);
    }
    for (size_t i = first; i < from->depth; i++) {
        push_on(to, from->cells[i]);
    }
    from->depth = first;
}

static void reflect(Pointer *ip)
{
    ip->delta = minus(ip->delta);
}

static void begin_block(Pointer *ip)
{
    Cell number = pop(ip);

    ip->stacks = larger(ip->stacks, (ip->count + 1) * sizeof *ip->stacks);
    ip->stacks[ip->count++] = (Stack){0};
    Stack *below = &ip->stacks[ip->count - 2];
    if (number > 0) {
        transfer(below, top(ip), number);
    }
    for (; number < 0; number++) {
        push_on(below, 0);
    }
    push_on(below, ip->offset.x);
    push_on(below, ip->offset.y);
    ip->offset = plus(ip->at, ip->delta);
}

static void end_block(Pointer *ip)
{
    if (ip->count < 2) {
        reflect(ip);
        return;
    }
    Cell number = pop(ip);
    Stack *below = &ip->stacks[ip->count - 2];
    Cell y = pop_from(below), x = pop_from(below);
    ip->offset = (Vector){x, y};
    if (number > 0) {
        transfer(top(ip), below, number);
    }
    for (; number < 0; number++) {
        pop_from(below);
    }
    free(top(ip)->cells);
    ip->count--;
}

static void stack_under_stack(Pointer *ip)
{
    if (ip->count < 2) {
        reflect(ip);
        return;
    }
    Cell number = pop(ip);
    Stack *below = &ip->stacks[ip->count - 2];
    for (; number > 0; number--) {
        push(ip, pop_from(below));
    }
    for (; number < 0; number++) {
        push_on(below, pop(ip));
    }
}

// Input and output.

static int next_character(void)
{
    fflush(stdout);
    return getchar();
}

static void read_character(Pointer *ip)
{
    int c = next_character();

    if (c == EOF) {
        reflect(ip);
    } else {
        push(ip, c);
    }
}

// The next number in the input, whatever stands before it.
static void read_number(Pointer *ip)
{
    int c = next_character();
    uint32_t value = 0;

    while (c != EOF && (c < '0' || c > '9')) {
        c = getchar();
    }
    if (c == EOF) {
        reflect(ip);
        return;
    }
    for (; c >= '0' && c <= '9'; c = getchar()) {
        value = 10 * value + (uint32_t)(c - '0');
    }
    if (c != EOF) {
        ungetc(c, stdin);
    }
    push(ip, (Cell)value);
}

// Puts a file's text into space at a place; its size, or {-1, -1} when it can't be read.
static Vector load(const char *name, Vector at, int binary)
{
    FILE *file = fopen(name, "r");
    Vector place = at, size = {0, 0};
    int c;

    if (!file) {
        return (Vector){-1, -1};
    }
    while ((c = getc(file)) != EOF) {
        if (!binary && (c == '\n' || c == '\r')) {
            if (c == '\r') {
                int following = getc(file);
                if (following != '\n' && following != EOF) {
                    ungetc(following, file);
                }
            }
            place = (Vector){at.x, place.y + 1};
            continue;
        }
        if (!binary && c == '\f') {
            continue;
        }
        if (binary || c != ' ') {
            put(place, c);
        }
        if (place.x - at.x + 1 > size.x) {
            size.x = place.x - at.x + 1;
        }
        if (place.y - at.y + 1 > size.y) {
            size.y = place.y - at.y + 1;
        }
        place.x++;
    }
    fclose(file);
    return size;
}

static void input_file(Pointer *ip)
{
    const char *name = pop_string(ip);
    Cell flags = pop(ip);
    Vector at = pop_vector(ip), size = load(name, plus(at, ip->offset), flags & 1);

    if (size.x < 0) {
        reflect(ip);
        return;
    }
    push_vector(ip, size);
    push_vector(ip, at);
}

static void output_file(Pointer *ip)
{
    FILE *file = fopen(pop_string(ip), "w");
    Cell flags = pop(ip);
    Vector at = plus(pop_vector(ip), ip->offset), size = pop_vector(ip);

    if (!file) {
        reflect(ip);
        return;
    }
    for (Cell y = 0; y < size.y; y++) {
        Cell width = size.x;
        while (flags & 1 && width > 0 && get((Vector){at.x + width - 1, at.y + y}) == ' ') {
            width--;
        }
        for (Cell x = 0; x < width; x++) {
            putc((unsigned char)get((Vector){at.x + x, at.y + y}), file);
        }
        putc('\n', file);
    }
    fclose(file);
}

static void execute_command(Pointer *ip)
{
    fflush(stdout);
    int status = system(pop_string(ip));
    push(ip, status < 0 ? -1 : status & 127 ? 128 + (status & 127) : status >> 8 & 255);
}

// What y tells: everything, with the first item on top, or the one of that number.
static void system_information(Pointer *ip)
{
    Cell wanted = pop(ip);
    Stack *stack = top(ip);
    size_t before = stack->depth;
    time_t seconds = time(NULL);
    struct tm now = *localtime(&seconds);
    size_t last = 0;

    push_on(stack, 0);
    for (char **entry = environment; *entry; entry++) {
        push_string(stack, *entry);
    }
    push_on(stack, 0);
    push_on(stack, 0);
    while (arguments[last]) {
        last++;
    }
    for (; last > 0; last--) {
        push_string(stack, arguments[last - 1]);
    }
    for (size_t i = 0; i < ip->count; i++) {
        push_on(stack, (Cell)(i == ip->count - 1 ? before : ip->stacks[i].depth));
    }
    push(ip, (Cell)ip->count);
    push(ip, now.tm_hour * 65536 + now.tm_min * 256 + now.tm_sec);
    push(ip, now.tm_year * 65536 + (now.tm_mon + 1) * 256 + now.tm_mday);
    push_vector(ip, plus(greatest, minus(least)));
    push_vector(ip, least);
    push_vector(ip, ip->offset);
    push_vector(ip, ip->delta);
    push_vector(ip, ip->at);
    push(ip, 0);
    push(ip, ip->id);
    push(ip, 2);
    push(ip, '/');
    push(ip, 1);
    push(ip, 100);
    push(ip, 0x53414e44); // the name of this implementation, SAND
    push(ip, sizeof(Cell));
    push(ip, 1 | 2 | 4 | 8);
    if (wanted > 0) {
        Cell value = (size_t)wanted <= stack->depth ? stack->cells[stack->depth - (size_t)wanted] : 0;
        stack->depth = before;
        push(ip, value);
    }
}

// Pointers.

// A second pointer, which goes the other way and whose turn comes before this one's.
static void split(size_t which)
{
    pointers = larger(pointers, (alive + 1) * sizeof *pointers);
    memmove(&pointers[which + 1], &pointers[which], (alive - which) * sizeof *pointers);
    alive++;
    Pointer *parent = &pointers[which + 1], *child = &pointers[which];
    child->id = ++last_id;
    child->stacks = larger(NULL, parent->count * sizeof *child->stacks);
    for (size_t i = 0; i < parent->count; i++) {
        Stack *stack = &child->stacks[i];
        *stack = parent->stacks[i];
        stack->room = stack->depth;
        stack->cells = stack->depth ? larger(NULL, stack->depth * sizeof *stack->cells) : NULL;
        if (stack->depth) {
            memcpy(stack->cells, parent->stacks[i].cells, stack->depth * sizeof *stack->cells);
        }
    }
    reflect(child);
    step(child);
}

static void end_pointer(size_t which)
{
    Pointer *ip = &pointers[which];

    for (size_t i = 0; i < ip->count; i++) {
        free(ip->stacks[i].cells);
    }
    free(ip->stacks);
    memmove(ip, ip + 1, (alive - which - 1) * sizeof *pointers);
    alive--;
}

static void calculate(Pointer *ip, Cell operator)
{
    Cell b = pop(ip), a = pop(ip);
    int whole = b != 0 && !(a == INT32_MIN && b == -1);

    switch (operator) {
    case '+': push(ip, (Cell)((uint32_t)a + (uint32_t)b)); break;
    case '-': push(ip, (Cell)((uint32_t)a - (uint32_t)b)); break;
    case '*': push(ip, (Cell)((uint32_t)a * (uint32_t)b)); break;
    case '/': push(ip, whole ? a / b : b ? a : 0); break;
    case '%': push(ip, whole ? a % b : 0); break;
    case '`': push(ip, a > b); break;
    default: push(ip, b), push(ip, a); break; // a backslash
    }
}

static void turn_left(Pointer *ip)
{
    ip->delta = (Vector){ip->delta.y, minus(ip->delta).x};
}

static void turn_right(Pointer *ip)
{
    ip->delta = (Vector){minus(ip->delta).y, ip->delta.x};
}

static void compare(Pointer *ip)
{
    Cell b = pop(ip), a = pop(ip);

    if (a < b) {
        turn_left(ip);
    } else if (a > b) {
        turn_right(ip);
    }
}

static void jump(Pointer *ip)
{
    Cell number = pop(ip);
    Vector delta = ip->delta;

    if (number < 0) {
        reflect(ip);
    }
    for (int64_t left = llabs((long long)number); left > 0; left--) {
        step(ip);
    }
    ip->delta = delta;
}

static int execute(size_t which, Cell c);

// The next instruction so many times, here; after none at all it is passed over.
static int iterate(size_t which)
{
    Pointer *ip = &pointers[which];
    Cell number = pop(ip);
    Vector here = ip->at;
    size_t others = alive;

    step(ip);
    find_instruction(ip);
    if (number <= 0) {
        return 1;
    }
    Cell c = get(ip->at);
    ip->at = here;
    for (; number > 0 && alive == others; number--) {
        if (!execute(which, c)) {
            return 0;
        }
    }
    return 1;
}

// Whether the pointer is still there.
static int execute(size_t which, Cell c)
{
    static const Vector *const ways[] = {&east, &west, &south, &north};
    Pointer *ip = &pointers[which];
    Vector at;

    if (c >= '0' && c <= '9') {
        push(ip, c - '0');
        return 1;
    }
    if (c >= 'a' && c <= 'f') {
        push(ip, c - 'a' + 10);
        return 1;
    }
    switch (c) {
    case '+': case '-': case '*': case '/': case '%': case '`': case '\\': calculate(ip, c); break;
    case '!': push(ip, !pop(ip)); break;
    case ':': push(ip, pop(ip)), push(ip, top(ip)->cells[top(ip)->depth - 1]); break;
    case '$': pop(ip); break;
    case 'n': top(ip)->depth = 0; break;
    case '>': ip->delta = east; break;
    case '<': ip->delta = west; break;
    case 'v': ip->delta = south; break;
    case '^': ip->delta = north; break;
    case '?': ip->delta = *ways[rand() % 4]; break;
    case '_': ip->delta = pop(ip) ? west : east; break;
    case '|': ip->delta = pop(ip) ? north : south; break;
    case '[': turn_left(ip); break;
    case ']': turn_right(ip); break;
    case 'r': reflect(ip); break;
    case 'w': compare(ip); break;
    case 'x': ip->delta = pop_vector(ip); break;
    case '#': step(ip); break;
    case 'j': jump(ip); break;
    case 'k': return iterate(which);
    case '"': ip->quoting = 1; break;
    case '\'': step(ip), push(ip, get(ip->at)); break;
    case 's': step(ip), put(ip->at, pop(ip)); break;
    case 'g': push(ip, get(plus(pop_vector(ip), ip->offset))); break;
    case 'p': at = plus(pop_vector(ip), ip->offset), put(at, pop(ip)); break;
    case '{': begin_block(ip); break;
    case '}': end_block(ip); break;
    case 'u': stack_under_stack(ip); break;
    case '.': printf("%d ", pop(ip)); break;
    case ',': putchar((unsigned char)pop(ip)); break;
    case '&': read_number(ip); break;
    case '~': read_character(ip); break;
    case 'i': input_file(ip); break;
    case 'o': output_file(ip); break;
    case '=': execute_command(ip); break;
    case 'y': system_information(ip); break;
    case 't': split(which); break;
    case 'z': break;
    case 'q': exit(pop(ip) & 255);
    case '@': end_pointer(which); return 0;
    case '(': case ')':
        for (Cell number = pop(ip); number > 0; number--) {
            pop(ip);
        }
        reflect(ip);
        break;
    default: reflect(ip); break;
    }
    return 1;
}

// Within quotes many spaces count as one.
static void quote(Pointer *ip)
{
    Cell c = get(ip->at);

    if (c == '"') {
        ip->quoting = 0;
        step(ip);
        return;
    }
    push(ip, c);
    step(ip);
    while (c == ' ' && get(ip->at) == ' ') {
        step(ip);
    }
}

// A turn of each pointer. The list grows and shrinks under it: who was born has a lower place than who bore it.
static void turns(void)
{
    size_t which = 0;

    while (which < alive) {
        size_t before = alive;
        if (pointers[which].quoting) {
            quote(&pointers[which++]);
            continue;
        }
        find_instruction(&pointers[which]);
        if (!execute(which, get(pointers[which].at))) {
            continue;
        }
        which += alive - before;
        step(&pointers[which++]);
    }
}

int main(int argc, char **argv, char **envp)
{
    if (argc == 2 && strcmp(argv[1], "--version") == 0) {
        return puts("1.0") == EOF;
    }
    if (argc < 2 || load(argv[1], (Vector){0, 0}, 0).x < 0) {
        perror(argc < 2 ? argv[0] : argv[1]);
        return 1;
    }
    arguments = argv + 1;
    environment = envp;
    srand((unsigned)time(NULL));
    pointers = larger(NULL, sizeof *pointers);
    pointers[0] = (Pointer){.delta = east};
    pointers[0].stacks = larger(NULL, sizeof *pointers[0].stacks);
    pointers[0].stacks[0] = (Stack){0};
    pointers[0].count = 1;
    alive = 1;
    while (alive) {
        turns();
    }
    return 0;
}
