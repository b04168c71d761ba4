import std.file, std.stdio;

void main()
{
    write(readText("test.txt"));
}
