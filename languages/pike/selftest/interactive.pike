int main() {
    write("Name? ");
    write("Hello, %s\n", Stdio.stdin.gets());
    return 0;
}
