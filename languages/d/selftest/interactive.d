import std.stdio, std.string;

void main()
{
    write("Name? ");
    stdout.flush();
    writeln("Hello, ", readln().strip());
}
