void main () {
    stdout.puts ("out\n");
    stderr.puts ("err\n");
}
