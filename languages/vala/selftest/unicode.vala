void main () {
    stdout.puts ("äöü ∀ 日本 🎉\n");
    stdout.puts (stdin.read_line () + "\n");
}
