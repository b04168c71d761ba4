import std.algorithm, std.range, std.stdio;

void main()
{
    writeln("Hello, World!");

    auto squares = iota(1, 11).map!(n => n * n).filter!(n => n % 2 == 1);
    writefln("%(%s, %)", squares);
}
