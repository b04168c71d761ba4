void main (string[] args) {
    foreach (var argument in args[1:args.length]) {
        print ("%s\n", argument);
    }
}
