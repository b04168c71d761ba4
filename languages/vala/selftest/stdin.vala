void main () {
    int sum = 0;
    foreach (var word in stdin.read_line ().split (" ")) {
        sum += int.parse (word);
    }
    print ("%d\n", sum);
    for (var line = stdin.read_line (); line != null; line = stdin.read_line ()) {
        print ("%s\n", line);
    }
}
