void main () {
    print ("%s\n", Second.text ());
}
