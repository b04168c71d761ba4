void main () {
    int unused = 1;
    print (undeclared); // WRONG
}
