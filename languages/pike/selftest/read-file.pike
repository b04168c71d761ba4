int main() {
    write(Stdio.read_file("test.txt"));
    return 0;
}
