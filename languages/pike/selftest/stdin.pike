int main() {
    [int a, int b] = (array(int))(Stdio.stdin.gets() / " ");
    write("%d\n%s", a + b, Stdio.stdin.read());
    return 0;
}
