void main() {
  var unused = 1;
  print(undeclared); // WRONG
}
