import std.stdio;

void main()
{
    writeln("äöü ∀ 日本 🎉");
    write(readln());
}
