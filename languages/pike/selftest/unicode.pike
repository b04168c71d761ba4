int main() {
    write("äöü ∀ 日本 🎉\n");
    write(Stdio.stdin.gets() + "\n");
    return 0;
}
