void main () {
    stdout.puts ("Name? ");
    stdout.flush ();
    var name = stdin.read_line ();
    print (@"Hello, $name\n");
}
