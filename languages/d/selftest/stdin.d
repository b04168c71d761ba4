import std.algorithm, std.array, std.conv, std.stdio;

void main()
{
    writeln(readln().split().map!(to!int).sum);
    foreach (line; stdin.byLine)
        writeln(line);
}
