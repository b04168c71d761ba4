void main () {
    stdout.puts ("before\n");
    stdout.flush ();
    error ("on purpose");
}
