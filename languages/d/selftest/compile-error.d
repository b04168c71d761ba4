import std.stdio;

void main()
{
    int unused;
    writeln(undeclared); // WRONG
}
