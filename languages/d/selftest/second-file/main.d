import second;
import std.stdio;

void main()
{
    writeln(text());
}
